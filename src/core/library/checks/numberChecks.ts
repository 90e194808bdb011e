import { type Check, short, write } from './check';

/** Words that styles set themselves, before or after the number. */
const labels: Readonly<Record<string, RegExp>> = {
  volume: /^(?:vol(?:ume)?|bd|band|tome|jg)(?:\.\s*|\s+)(?=\d|[ivxlc]+$)/i,
  issue: /^(?:no|nr|num(?:ber)?|n°|nº|issue|iss|heft|fasc)(?:\.\s*|\s+|(?<=[°º]))(?=\d)/i,
  edition: /(?<=\d(?:st|nd|rd|th)?)\.?\s*(?:ed(?:ition|n)?s?\.?|aufl(?:age)?\.?)$/i,
};

/** Volume, issue and edition as bare numbers. */
export const numberChecks: Check = (record, report) => {
  for (const field of ['volume', 'issue', 'edition'] as const) {
    const value = record[field];
    const label = labels[field];
    if (typeof value !== 'string' || label === undefined || value.length > 60 || !label.test(value)) continue;
    report('label-in-number', 'warning', field, { field, value }, write(field, bareNumber(value.replace(label, ''))));
  }
  const [, volume, issue] = /^(\d{1,5})\s*\(([^()]{1,20})\)$/.exec(record.volume ?? '') ?? [];
  if (volume !== undefined && issue !== undefined && record.volume !== undefined && (record.issue === undefined || record.issue === issue)) {
    report('issue-in-volume', 'warning', 'volume', { value: short(record.volume) }, {
      title: { code: 'write', field: 'volume', value: `${volume}, issue ${issue}` },
      variables: { volume, issue },
    });
  }
};

/** `2nd` → `2`: an edition that is a number is set as the style has it. */
function bareNumber(text: string): string {
  return text.trim().replace(/^(\d+)(?:st|nd|rd|th)$/i, '$1');
}
