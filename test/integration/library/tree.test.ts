import * as assert from 'node:assert/strict';
import type { ThemeIcon} from 'vscode';
import { EventEmitter, type MarkdownString, TreeItem, type Uri } from 'vscode';
import type { Library } from '../../../src/core/library/library';
import type { SavedSearch } from '../../../src/core/library/savedSearch';
import { problem } from '../../../src/core/problems/problem';
import { Arrangement } from '../../../src/features/library/arrangement';
import type { Node } from '../../../src/features/library/paperNodes';
import { PapersTree } from '../../../src/features/library/papersTree';
import { libraryOf, libraryPaper, memento, noBibliographies } from './support';

const chen = libraryPaper(
  {
    id: 'chen1995',
    title: 'Leukemoid reaction resulting from multiple cytokine production',
    author: [{ family: 'Chen', given: 'Y. M.' }, { family: 'Whang-Peng', given: 'J.' }, { family: 'Liu', given: 'J. M.' }],
    'container-title': 'Japanese Journal of Clinical Oncology',
    issued: { 'date-parts': [[1995, 8, 1]] },
    volume: '25',
    issue: '4',
    page: '168-172',
    DOI: '10.1000/jjco.a1',
    PMID: '7563111',
    ISSN: '0368-2811',
    URL: 'https://example.org/paper?id=1',
    abstract: 'We report a male patient. No evidence of infection was documented.',
  },
  {
    subjects: ['Oncology', 'Cancer Research'],
    topics: [{ concept: 'casebook:leukemoid-reaction', name: 'leukemoid reaction', count: 3, weight: 0.8 }],
    attachments: ['file:///casebook/library/chen1995.pdf'],
  },
);
const wang = libraryPaper({
  id: 'wang2001',
  title: '<i>Klebsiella</i> abscess',
  author: [{ family: 'Wang', given: 'Li' }, { family: 'Chen', given: 'Bo' }],
  issued: { 'date-parts': [[2001]] },
});
const bare = libraryPaper({ id: 'bare' });

function treeOf(library: Library, searches: readonly SavedSearch[] = []): { tree: PapersTree; arrangement: Arrangement } {
  const arrangement = new Arrangement(memento());
  const kept = { all: () => searches, onDidChange: new EventEmitter<void>().event };
  return { tree: new PapersTree(library, noBibliographies(), arrangement, kept, { of: (uri) => uri }, { has: () => false }), arrangement };
}

function rows(tree: PapersTree, ...path: string[]): string[] {
  return below(tree, path).map((node) => {
    const { label, description } = tree.getTreeItem(node);
    return [label, description].filter(Boolean).join(' | ');
  });
}

function below(tree: PapersTree, path: string[]): Node[] {
  let nodes = tree.getChildren();
  for (const name of path) nodes = tree.getChildren(find(tree, nodes, name)) as Node[];
  return nodes;
}

function find(tree: PapersTree, nodes: Node[], name: string): Node {
  const node = nodes.find((one) => tree.getTreeItem(one).label === name);
  assert.ok(node, `no row "${name}"`);
  return node;
}

function tooltip(tree: PapersTree, node: Node): string {
  return (tree.resolveTreeItem(new TreeItem(''), node).tooltip as MarkdownString).value;
}

describe('The Papers tree', () => {
  it('shows papers with authors, year and title, and says so aloud', () => {
    const { tree } = treeOf(libraryOf(wang, chen));
    assert.deepEqual(rows(tree), [
      'Chen et al. 1995 | Leukemoid reaction resulting from multiple cytokine production',
      'Wang & Chen 2001 | Klebsiella abscess',
    ]);
    const item = tree.getTreeItem(find(tree, tree.getChildren(), 'Wang & Chen 2001'));
    assert.equal(item.accessibilityInformation?.label, 'Wang & Chen 2001, Klebsiella abscess');
    assert.equal(item.contextValue, 'paper');
  });

  it('shows what a paper file says', () => {
    const { tree } = treeOf(libraryOf(chen));
    const paper = 'Chen et al. 1995';
    assert.deepEqual(rows(tree, paper).map((row) => row.split(' | ')[0]), [
      'Authors', 'Source', 'Dates', 'Identifiers', 'Subject areas', 'Abstract', 'Topics', 'Attachments',
    ]);
    assert.deepEqual(rows(tree, paper, 'Authors'), ['Chen, Y. M.', 'Whang-Peng, J.', 'Liu, J. M.']);
    assert.deepEqual(rows(tree, paper, 'Source'), ['Journal | Japanese Journal of Clinical Oncology', 'Volume | 25', 'Issue | 4', 'Pages | 168-172']);
    assert.deepEqual(rows(tree, paper, 'Dates'), ['Published | 1995-08-01']);
    assert.deepEqual(rows(tree, paper, 'Subject areas'), ['Oncology', 'Cancer Research']);
    assert.deepEqual(rows(tree, paper, 'Abstract'), ['We report a male patient.', 'No evidence of infection was documented.']);
    assert.deepEqual(rows(tree, paper, 'Topics'), ['▇▇▇▇▇▁ leukemoid reaction | 80%']);
    const [topic] = below(tree, [paper, 'Topics']);
    assert.equal(topic && tree.getTreeItem(topic).accessibilityInformation?.label, 'leukemoid reaction, weight 80 percent');
  });

  it('says a row with its name, whatever its tooltip', () => {
    const { tree } = treeOf(libraryOf(chen));
    const spoken = (...path: string[]) => below(tree, path).map((node) => tree.getTreeItem(node).accessibilityInformation?.label);
    assert.deepEqual(spoken('Chen et al. 1995', 'Source').slice(0, 2), ['Journal, Japanese Journal of Clinical Oncology', 'Volume, 25']);
    assert.deepEqual(spoken('Chen et al. 1995').slice(0, 1), ['Authors, 3']);
  });

  it('opens attachments and web pages, and nothing else', () => {
    const hostile = libraryPaper({ id: 'evil', URL: 'command:workbench.action.quit', DOI: 'javascript:alert(1)', PMID: '1; rm' });
    const { tree } = treeOf(libraryOf(chen, hostile));
    const targets = (...path: string[]): (string | undefined)[] =>
      below(tree, path).map((node) => (tree.getTreeItem(node).command?.arguments?.[0] as Uri | undefined)?.toString(true));
    assert.deepEqual(targets('Chen et al. 1995', 'Attachments'), ['file:///casebook/library/chen1995.pdf']);
    assert.deepEqual(targets('Chen et al. 1995', 'Identifiers'), [
      'https://doi.org/10.1000/jjco.a1',
      'https://pubmed.ncbi.nlm.nih.gov/7563111/',
      undefined,
      'https://example.org/paper?id=1',
    ]);
    assert.deepEqual(targets('evil', 'Identifiers'), [undefined, undefined, undefined]);
  });

  it('leaves out what the file does not say', () => {
    const { tree } = treeOf(libraryOf(bare));
    assert.deepEqual(rows(tree), ['bare']);
    assert.deepEqual(rows(tree, 'bare'), []);
  });

  it('escapes hostile text in tooltips', () => {
    const title = '[click](command:evil) <img src=x onerror=alert(1)> $(bug) **bold**\n\n# heading';
    const { tree } = treeOf(libraryOf(libraryPaper({ id: 'x', title, abstract: title, author: [{ literal: title }] })));
    const [node] = tree.getChildren();
    assert.ok(node);
    const text = tooltip(tree, node);
    assert.doesNotMatch(text, /\]\(command:|<img|(?<!\\)\$\(bug|^# /m);
    assert.match(text, /\\\[click\\\]/);
  });

  it('groups, sorts, and finds the way from a paper to its group', async () => {
    const { tree, arrangement } = treeOf(libraryOf(chen, wang, bare));
    await arrangement.setGrouping('author');
    assert.deepEqual(rows(tree), ['Chen | 2', 'Liu | 1', 'Wang | 1', 'Whang-Peng | 1', 'No author | 1']);
    await arrangement.setOrder('year');
    assert.deepEqual(rows(tree, 'Chen').map((row) => row.split(' | ')[0]), ['Wang & Chen 2001', 'Chen et al. 1995']);
    const row = tree.rowOf(chen.uri);
    assert.equal(row && tree.getTreeItem(tree.getParent(row) as Node).label, 'Chen');
    await arrangement.setGrouping('none');
    assert.equal(tree.getParent(tree.rowOf(chen.uri) as Node), undefined);
  });

  it('tells the papers of several folders apart', async () => {
    const { tree, arrangement } = treeOf(libraryOf(chen, { ...chen, uri: 'file:///a/ward%20notes/library/chen1995.yaml', folder: 'file:///a/ward%20notes' }));
    await arrangement.setGrouping('folder');
    assert.deepEqual(rows(tree), ['ward notes | 1', 'casebook | 1']);
  });

  it('parts very many papers into ranges, at the top and in groups, and finds the way to each', async () => {
    const many = Array.from({ length: 1200 }, (_, at) => libraryPaper({ id: `p${at}`, author: [{ family: `Name${1000 + at}` }], issued: { 'date-parts': [[at < 1100 ? 1999 : 2000]] } }));
    const { tree, arrangement } = treeOf(libraryOf(...many));
    assert.deepEqual(rows(tree), ['Name1000 – Name1249 | 250', 'Name1250 – Name1499 | 250', 'Name1500 – Name1749 | 250', 'Name1750 – Name1999 | 250', 'Name2000 – Name2199 | 200']);
    assert.equal(rows(tree, 'Name1250 – Name1499')[0], 'Name1250 1999');
    const before = tree.rowOf(many[250]?.uri ?? '');
    assert.equal(before && tree.getTreeItem(tree.getParent(before) as Node).label, 'Name1250 – Name1499');
    arrangement.filter = 'name10';
    assert.equal(rows(tree).length, 100);
    arrangement.filter = '-name1000'; // each moves up by one, from one range into another
    const after = tree.rowOf(many[250]?.uri ?? '');
    assert.equal(after && tree.getTreeItem(tree.getParent(after) as Node).label, 'Name1001 – Name1250');
    assert.equal(after?.id, before?.id); // the same row, which stays open
    arrangement.filter = '';
    await arrangement.setGrouping('year');
    assert.deepEqual(rows(tree), ['2000 | 100', '1999 | 1,100']);
    assert.deepEqual(rows(tree, '1999').map((row) => row.split(' | ')[1]), ['250', '250', '250', '250', '100']);
    const row = tree.rowOf(many[600]?.uri ?? '') as Node;
    const range = tree.getParent(row) as Node;
    assert.deepEqual([tree.getTreeItem(range).label, tree.getTreeItem(tree.getParent(range) as Node).label], ['Name1500 – Name1749', '1999']);
  });

  it('filters by any of a paper’s words', () => {
    const { tree, arrangement } = treeOf(libraryOf(chen, wang, bare));
    arrangement.filter = 'klebsiella 2001';
    assert.deepEqual(rows(tree), ['Wang & Chen 2001 | Klebsiella abscess']);
    assert.equal(tree.rowOf(chen.uri), undefined);
    assert.equal(tree.shown.total, 3);
    arrangement.filter = 'nothing of the kind';
    assert.deepEqual(rows(tree), []);
  });

  it('shows saved searches above the papers, whatever the filter, and keeps them in step', () => {
    const library = libraryOf(chen, wang);
    const searches = [{ name: 'With a PDF', query: 'has:pdf' }, { name: 'Read', query: 'status:read' }];
    const { tree, arrangement } = treeOf(library, searches);
    const names = (...path: string[]): (string | undefined)[] => rows(tree, ...path).map((row) => row.split(' | ').slice(0, path.length === 0 ? 2 : 1).join(' '));
    assert.deepEqual(names().slice(0, 2), ['With a PDF 1', 'Read 0']);
    assert.deepEqual(names('With a PDF'), ['Chen et al. 1995']);
    library.change([{ uri: wang.uri, paper: { ...wang, case: { status: 'read' } }, problems: [] }]);
    tree.settle();
    arrangement.filter = 'leukemoid';
    assert.deepEqual(names().slice(0, 2), ['With a PDF 1', 'Read 1']);
    const [search] = tree.getChildren();
    assert.equal(search && tree.getTreeItem(search).contextValue, 'search');
    assert.equal(search && tree.getTreeItem(search).accessibilityInformation?.label, 'With a PDF, 1 paper');
    assert.equal(tree.getParent(tree.rowOf(chen.uri) as Node), undefined);
  });

  it('shows reading status and tags in words, and groups by them', async () => {
    const read = { ...wang, case: { status: 'read', tags: ['methods', 'to cite'] } };
    const { tree, arrangement } = treeOf(libraryOf(chen, read));
    assert.equal(rows(tree)[1], 'Wang & Chen 2001 | read #methods #to cite · Klebsiella abscess');
    const item = tree.getTreeItem(find(tree, tree.getChildren(), 'Wang & Chen 2001'));
    assert.equal((item.iconPath as ThemeIcon).id, 'check');
    assert.equal(item.accessibilityInformation?.label, 'Wang & Chen 2001, Klebsiella abscess, read #methods #to cite');
    await arrangement.setGrouping('status');
    assert.deepEqual(rows(tree), ['unread | 1', 'read | 1']);
    await arrangement.setGrouping('tag');
    assert.deepEqual(rows(tree), ['methods | 1', 'to cite | 1', 'No tag | 1']);
  });

  it('marks what is wrong in words as well as in colour', () => {
    const library = libraryOf(chen, libraryPaper({ id: 'chen1995' }, { uri: 'file:///casebook/library/copy.yaml' }));
    library.change([
      { uri: wang.uri, paper: wang, problems: [problem('date-invalid', 'warning', { id: 'wang2001', value: 'x' })] },
      { uri: 'file:///casebook/library/broken.yaml', paper: undefined, problems: [problem('yaml-syntax', 'error', { detail: 'x' })] },
    ]);
    const { tree } = treeOf(library);
    assert.deepEqual(rows(tree), [
      'Chen et al. 1995 | citekey used twice · Leukemoid reaction resulting from multiple cytokine production',
      'Wang & Chen 2001 | 1 problem · Klebsiella abscess',
      'chen1995 | citekey used twice',
      'broken.yaml | cannot be read',
    ]);
    const icons = tree.getChildren().map((node) => (tree.getTreeItem(node).iconPath as ThemeIcon).id);
    assert.deepEqual(icons, ['error', 'warning', 'error', 'error']);
  });
});
