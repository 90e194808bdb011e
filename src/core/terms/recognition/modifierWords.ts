import { organAdjectives } from '../wordClasses';

/** How a disease came to somebody; the age at which it began is no part of its name. */
const origins = `
familial hereditary inherited congenital sporadic isolated autosomal dominant recessive x-linked y-linked
nonfamilial non-familial nonhereditary non-hereditary inborn dominantly recessively syndromic nonsyndromic non-syndromic idiopathic autoimmune`;

/** What causes an infection or an inflammation. */
const agents = `
viral bacterial fungal mycotic parasitic protozoal streptococcal staphylococcal pneumococcal meningococcal gonococcal neisserial mycobacterial
tuberculous herpetic candidal cryptococcal syphilitic malarial amebic amoebic pyogenic`;

/** Whether a tumour is malignant, and what it grew from. */
const tumours = 'malignant benign invasive mesenchymal epithelial stromal lymphoid myeloid';

export const modifiers: readonly string[] = wordsOf(origins, agents, tumours);

/** Regions and parts, beside the organs that `wordClasses.ts` knows. No word that is also a verb or a side: `back`, `right`. */
const regions = `
abdominal brachial cardiovascular carotid colorectal coronary femoral gastrointestinal hepatobiliary lumbar musculoskeletal ocular pelvic perianal peritoneal
pleural sacral thoracic intracranial intraabdominal intra-abdominal intraocular mediastinal oromandibular orofacial craniofacial palpebral orbital
periorbital conjunctival palmar plantar palmoplantar axillary inguinal scrotal valvular mitral tricuspid meningeal epidural subdural subarachnoid intracerebral
cortical subcortical glomerular tubular interstitial urothelial urinary genitourinary thymic epididymal endometrial biliary lymphatic nodal
ductal alveolar bronchiolar mucosal mucous serosal synovial
ankle elbow knee hip wrist thyroid muscle bone marrow vessel nerve`;

/** Functions, and the parts of the nervous system that have them. */
const functions = 'autonomic sensory motor sensorimotor sensorineural neurosensorial auditory visual vestibular olfactory neurogenic myogenic neuromuscular';

/** Where a disease is, or what function it takes. */
export const places: readonly string[] = [...organAdjectives, ...wordsOf(regions, functions)];

function wordsOf(...lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.trim().split(/\s+/));
}
