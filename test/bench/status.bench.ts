import { bundled } from './bundled';
import type * as Terms from './ours/terms';
import { abbreviationAccuracy } from './status/abbreviationAccuracy';
import { statusAccuracy } from './status/accuracy';

/** How far the status of mentions and the abbreviations that texts define agree with what people read out of them. */
export default async function status(): Promise<void> {
  const ours = (await bundled('terms')) as typeof Terms;
  statusAccuracy(ours);
  abbreviationAccuracy(ours);
}
