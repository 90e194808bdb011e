export type Settings = Readonly<Record<string, unknown>>;

/** User settings of every VS Code that is started here: quiet, the same for everyone, and nothing asked of the network. */
export const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid', // a blinking one makes two pictures of one state differ
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // as on a desktop; in a browser VS Code would save what a test only types
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
