/** What can be done to a shown PDF by toolbar, key or palette alike. */
export const pdfActions = [
  'find', 'findNext', 'findPrevious', 'goToPage', 'nextPage', 'previousPage', 'zoomIn', 'zoomOut', 'actualSize', 'fitWidth', 'fitPage', 'rotate',
  'toggleSidebar', 'toggleDark', 'highlight', 'underline', 'comment', 'tag', 'commentPage', 'undoMark', 'showMarks', 'takeOver', 'explain',
] as const;

export type PdfAction = (typeof pdfActions)[number];

export function isPdfAction(value: unknown): value is PdfAction {
  return (pdfActions as readonly unknown[]).includes(value);
}
