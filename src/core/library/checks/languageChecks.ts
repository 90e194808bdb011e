import { languageTag } from '../../formats/languages';
import { type Check, short, write } from './check';

/** The form of a tag (BCP 47): language, script, region, variants, extensions. */
const tag = /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;

/** The language as a tag, by which styles choose quotes and capitals. */
export const languageChecks: Check = (record, report) => {
  const { language } = record;
  if (language === undefined || language === '') return;
  const known = languageTag(language.replace(/_/g, '-'));
  // MEDLINE's `eng` has the form of a tag, yet the registry has `en` for it alone.
  if (tag.test(language) && (known === language || language.length !== 3)) return;
  report('language-malformed', 'information', 'language', { value: short(language) }, tag.test(known) && known !== language ? write('language', known) : undefined);
};
