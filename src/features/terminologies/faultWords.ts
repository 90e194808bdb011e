import { l10n } from 'vscode';
import type { DownloadFault } from '../../core/terms/download/downloadFault';
import type { TerminologyAnswer } from '../../core/terms/terminologies/terminologyAnswers';
import type { KeptTerminology } from '../../core/terms/terminologies/terminologyFolder';
import { nameOf } from '../../core/terms/terminologies/fileParts';

/** What the user can do about a terminology that was not added; undefined where there is nothing to say. */
export function answerWords(answer: Exclude<TerminologyAnswer, { kind: 'read' }>, address: string | undefined): string | undefined {
  switch (answer.kind) {
    case 'unchanged':
    case 'cancelled':
      return undefined;
    case 'not-loaded':
      return downloadWords(answer.fault, address ?? '');
    case 'no-file':
      return l10n.t('There is no file "{0}" any more. Add the terminology again from where it is now.', nameOf(answer.uri));
    case 'nothing':
      return l10n.t('No terminology could be read.');
    case 'licence-needed':
      return l10n.t('{0} may be used with a licence only. Get the files with your own licence, and add them from your disk: they stay on it.', answer.head.name);
    case 'not-written':
      return writeWords(answer.fault);
  }
}

function writeWords(fault: 'full' | 'denied' | 'gone'): string {
  if (fault === 'full') return l10n.t('The disk is full. Nothing was changed; make room, and try again.');
  if (fault === 'gone') return l10n.t('Another window removed the terminology meanwhile. Add it again.');
  return l10n.t('Casebook may not write into its own folder. Nothing was changed; look at the rights of the folder, and try again.');
}

function downloadWords(fault: DownloadFault, address: string): string {
  const host = URL.canParse(address) ? new URL(address).host : address;
  switch (fault.kind) {
    case 'address':
      return l10n.t('"{0}" is no web address. It begins with https:// or http://.', address);
    case 'offline':
      return `${l10n.t('{0} cannot be found: the network is off, or there is no such server.', host)}${keptWords(fault.kept)}`;
    case 'refused':
      return `${l10n.t('{0} does not answer. Try again later.', host)}${keptWords(fault.kept)}`;
    case 'cut':
    case 'closed':
      return `${l10n.t('The connection to {0} was cut off.', host)}${keptWords(fault.kept)}`;
    case 'stalled':
      return `${l10n.t('{0} sends nothing any more.', host)}${keptWords(fault.kept)}`;
    case 'redirects':
      return l10n.t('{0} leads round in a circle.', address);
    case 'certificate':
      return l10n.t('{0} cannot prove who it is: its certificate is not valid, or your network stands in between.', host);
    case 'blocked':
      return l10n.t('{0} lets no other pages load its files, or is out of reach. Download the file with your browser, and add it from your disk.', host);
    case 'status':
      return statusWords(fault.status, address);
    case 'page':
      return l10n.t('{0} is a page for readers, not a file. Use the address of the file itself.', address);
    case 'length':
      return l10n.t('The file from {0} has {1} bytes, and {2} were promised. Try again.', host, fault.found.toLocaleString(), fault.expected.toLocaleString());
    case 'digest':
      return l10n.t('The file from {0} is not the one that was promised (its SHA-256 is {1}), so it was not taken.', host, fault.found);
    case 'too-large':
      return l10n.t('The file is larger than {0} GB.', fault.limit / 2 ** 30);
    case 'full':
    case 'denied':
      return writeWords(fault.kind);
  }
}

/** The next attempt goes on after what is here. */
function keptWords(kept: number): string {
  return kept > 0 ? ` ${l10n.t('{0} MB are here already: try again, and it goes on from there.', (kept / 1e6).toFixed(1))}` : '';
}

function statusWords(status: number, address: string): string {
  if (status === 404 || status === 410) return l10n.t('There is no file at {0} (any more).', address);
  if (status === 401 || status === 403) return l10n.t('{0} may not be loaded without logging in. Download the file with your browser, and add it from your disk.', address);
  return l10n.t('The server of {0} cannot give the file at the moment (status {1}). Try again later.', address, status);
}

/** Why a terminology that was added cannot be used, and what to do; undefined where it can. */
export function brokenWords({ fault, terminology }: KeptTerminology): string | undefined {
  if (fault === undefined) return undefined;
  if (!terminology) return l10n.t('What was kept of it is damaged. Remove it, and add it again.');
  if (fault === 'newer') return l10n.t('It was added by a newer version of Casebook. Update Casebook, or update the terminology to read it again.');
  if (fault === 'older') return l10n.t('It was added by an older version of Casebook. Update it to read it again.');
  return l10n.t('Its file is damaged or gone. Update it to read it again.');
}
