import { type Check, short, write } from './check';

/** `www.example.org`, `example.org/page`; a file's name has a point as well. */
const withoutScheme = /^(?:www\.[a-z\d-]+(?:\.[a-z\d-]+)+|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|gov|int|info|[a-z]{2}(?=\/)))(?:\/\S*)?$/i;

/** A web address has a scheme, a host and no spaces. */
export const urlChecks: Check = (record, report) => {
  const { URL: url } = record;
  if (url === undefined || url.length > 2000 || /^(?:https?|ftp):\/\/[^\s/?#.]+(?:\.[^\s/?#.]+)*\.?(?::\d+)?(?:[/?#]\S*)?$/i.test(url) || /^(?:urn|doi|info|file|mailto|zotero):\S+$/i.test(url)) return;
  const bare = url.trim();
  const whole = withoutScheme.test(bare) ? `https://${bare}` : bare;
  const isAddress = /^(?:https?|ftp):\/\/[^\s/?#.]+\.\S+$/i.test(whole) && !/https?:\/\/.*https?:\/\//i.test(whole);
  report('url-malformed', 'warning', 'URL', { value: short(url) }, isAddress ? write('URL', whole) : undefined);
};
