import * as fs from 'node:fs';
import * as path from 'node:path';
import { writeFolderSettings } from '../../support/ui/folderSettings';

const journals = ['Cancer', 'Blood', 'Clinical Case Reports', 'The Lancet', 'Journal of Medical Case Reports'];
const subjects = ['Oncology', 'Hematology', 'Surgery', 'Infectious Diseases'];
const sentences = [
  'A man of 61 years was admitted with spiking fever, weight loss and marked leukocytosis.',
  'Blood cultures stayed sterile and computed tomography showed a liver abscess of seven centimetres.',
  'Immunohistochemistry was positive for interleukin-6 and granulocyte colony-stimulating factor.',
  'Exploratory laparotomy showed metastatic carcinoma with central necrosis and lymph node metastasis.',
  'Empirical antibiotic treatment did not help; the patient died of sepsis after two months.',
  'Bone marrow biopsy excluded leukemia, and the white cell count fell after resection of the tumor.',
];

/** Fills a folder with paper files of a usual size (about 1.5 kB), no two the same, and says where they are. */
export function writePapers(folder: string, count: number): void {
  // Not `library`: a folder of that name starts Casebook before anybody asks for it.
  writeFolderSettings(folder, { 'casebook.library.folder': 'papers' });
  fs.mkdirSync(path.join(folder, 'papers'), { recursive: true });
  for (let number = 0; number < count; number++) fs.writeFileSync(path.join(folder, 'papers', `author${number}.yaml`), paper(number));
}

function paper(number: number): string {
  const abstract = Array.from({ length: 6 }, (_, index) => sentences[(number * 7 + index * index) % sentences.length]).join(' ');
  return `references:
  - id: author${number}
    type: article-journal
    title: "Case ${number}: ${sentences[number % sentences.length]?.slice(0, 60)}"
    author:
      - {family: Author${number % 997}, given: A. B.}
      - {family: Writer${number % 89}, given: C.}
    container-title: ${journals[number % journals.length]}
    issued: {date-parts: [[${1980 + (number % 45)}, ${1 + (number % 12)}]]}
    volume: "${1 + (number % 60)}"
    page: ${number}-${number + 5}
    DOI: 10.1234/case.${number}
    abstract: >-
      ${abstract}
    custom:
      subjects: [${subjects[number % subjects.length]}]
`;
}
