import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { termSteps } from '../../src/core/terms/recognition/termSteps';
import { insideFolder } from '../../src/platform/settingValues';
import { colorIds, commandIds, contextKeys, internalCommandIds, settingIds, viewIds, walkthroughId } from '../../src/platform/ids';

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly icon: string;
  readonly main: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly views: Record<string, readonly { readonly id: string; readonly icon: string }[]>;
    readonly menus: Record<string, readonly { readonly command?: string; readonly submenu?: string; readonly when?: string }[]>;
    readonly submenus: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: Record<string, { readonly properties?: object; readonly default?: unknown; readonly pattern?: string } | undefined> };
    readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly { readonly media: { readonly markdown: string } }[] }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly colors: readonly { readonly id: string; readonly defaults: Record<string, string> }[];
    readonly yamlValidation: readonly { readonly url: string }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;

function sorted(values: Iterable<string>): string[] {
  return [...values].sort();
}

describe('manifest', () => {
  it('declares the commands that the code knows, and no others', () => {
    assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(Object.values(commandIds)));
  });

  it('keeps internal commands out', () => {
    for (const id of Object.values(internalCommandIds)) {
      assert.ok(id.startsWith('_'));
      assert.ok(!text.includes(id));
    }
  });

  it('declares the views and settings that the code knows, and no others', () => {
    assert.deepEqual(sorted(Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id))), sorted(Object.values(viewIds)));
    assert.deepEqual(sorted(Object.keys(contributes.configuration.properties)), sorted(Object.values(settingIds).map((id) => `casebook.${id}`)));
  });

  it('declares the steps of recognition that the code knows, all on', () => {
    const { properties, default: steps } = contributes.configuration.properties['casebook.terms.steps'] ?? {};
    assert.deepEqual(Object.keys(properties ?? {}), termSteps);
    assert.deepEqual(steps, Object.fromEntries(termSteps.map((step) => [step, true])));
  });

  it('warns of paths that lead out of the folder, which are not used', () => {
    for (const id of [settingIds.libraryFolder, settingIds.glossaryFile, settingIds.notesFolder, settingIds.notesTemplate]) {
      const { pattern = '' } = contributes.configuration.properties[`casebook.${id}`] ?? {};
      assert.notEqual(pattern, '');
      for (const path of ['library', './a b/c', 'a..b/..c', 'papers/', '/a', '\\a', 'C:\\a', '..', '../a', 'a/../b', 'a\\..']) {
        assert.equal(new RegExp(pattern).test(path), insideFolder(path, 'outside') !== 'outside', `${id}: ${path}`);
      }
    }
  });

  it('has no marks of Markdown in the welcomes of views, which show them as they are', () => {
    for (const [key, text] of Object.entries(words)) if (key.startsWith('welcome.')) assert.doesNotMatch(text, /[`*]/, key);
  });

  it('declares the colours that the code uses, for every kind of theme', () => {
    assert.deepEqual(sorted(contributes.colors.map(({ id }) => id)), sorted(Object.values(colorIds)));
    for (const { defaults } of contributes.colors) assert.deepEqual(sorted(Object.keys(defaults)), ['dark', 'highContrast', 'highContrastLight', 'light']);
  });

  it('uses each context key that the code sets', () => {
    for (const key of Object.values(contextKeys)) assert.ok(text.includes(key), key);
  });

  it('offers in menus only commands that it declares', () => {
    const declared = new Set<string>(Object.values(commandIds));
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    const items = Object.values(contributes.menus).flat();
    assert.deepEqual(items.filter(({ command, submenu }) => (submenu === undefined ? !declared.has(command ?? '') : !submenus.has(submenu))), []);
    assert.deepEqual([...submenus].filter((id) => !(id in contributes.menus)), []);
  });

  it('has words for every placeholder, and none to spare', () => {
    const used = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''));
    assert.deepEqual(sorted(used), sorted(Object.keys(words)));
  });

  it('names the walkthrough as the code opens it', () => {
    assert.deepEqual(contributes.walkthroughs.map(({ id }) => `${manifest.publisher}.${manifest.name}#${id}`), [walkthroughId]);
  });

  it('points only to files that are there', () => {
    const paths = [
      manifest.icon,
      ...Object.values(contributes.views).flatMap((views) => views.map(({ icon }) => icon)),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.yamlValidation.map(({ url }) => url),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    ];
    assert.deepEqual(paths.filter((path) => !existsSync(path)), []);
  });

  it('links in its words only to commands that exist', () => {
    // VS Code makes `VIEW.focus` for each view.
    const known = new Set<string>([...Object.values(commandIds), ...Object.values(viewIds).map((view) => `${view}.focus`)]);
    const linked = Object.values(words).flatMap((value) => [...value.matchAll(/command:(casebook\.[\w.]+)/g)].map((match) => match[1] ?? ''));
    assert.ok(linked.length > 0);
    assert.deepEqual(linked.filter((command) => !known.has(command)), []);
  });
});
