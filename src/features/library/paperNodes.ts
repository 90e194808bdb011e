import type { Command, ThemeIcon, Uri } from 'vscode';
import type { PaperItem } from '../../core/library/draggedPapers';
import type { LibraryPaper } from '../../core/library/library';
import type { GroupNode } from './groupNode';
import type { RangeNode, RecordNode, SourceNode } from './sourceNodes';

/** A paper; under several groups it is shown in each. */
export interface PaperNode extends PaperItem {
  readonly id: string;
  readonly paper: LibraryPaper;
  readonly group?: GroupNode;
}

/** Something that a paper file says, or a heading over such things. */
export interface FactNode extends Fact {
  readonly kind: 'fact';
  readonly id: string;
  readonly parent: PaperNode | RecordNode | FactNode | SourceNode;
}

/** A file of the library folder that holds no paper that could be read. */
export interface UnreadableNode {
  readonly kind: 'unreadable';
  readonly id: string;
  readonly uri: string;
}

/** A row of the Papers view. */
export type Node = GroupNode | PaperNode | FactNode | UnreadableNode | SourceNode | RangeNode | RecordNode;

/** What a row below a paper shows. */
export interface Fact {
  readonly label: string;
  readonly description?: string;
  /** Where the row has no room for all of it. */
  readonly tooltip?: string;
  /** Where label and description are signs rather than words. */
  readonly spoken?: string;
  readonly icon?: ThemeIcon;
  readonly facts?: readonly Fact[];
  /** What a click opens. */
  readonly opens?: Uri;
  /** What a click does, where it opens no file. */
  readonly runs?: Command;
}
