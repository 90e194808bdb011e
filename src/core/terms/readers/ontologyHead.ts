import { licenceOf, speaksOfLicence } from './licences';
import type { ReadingRun } from './readingRun';

/** What OBO, OBO Graphs and RDF say of an ontology under names that differ in their beginning only. */
export class OntologyHead {
  private remark: string | undefined;

  constructor(private readonly run: ReadingRun) {}

  /** `doid`, `uberon/basic`, `doid/subsets/DO_cancer_slim` (which is not all of `doid`), `http://purl.obolibrary.org/obo/hp.json` */
  takeId(id: string): void {
    const plain = id.replace(/^https?:\/\/purl\.obolibrary\.org\/obo\//, '').replace(/\.(?:owl|obo|json|ttl)$/, '').toLowerCase();
    const [first = '', second] = plain.split('/');
    const own = /^https?:/.test(plain) ? plain.slice(plain.lastIndexOf('/') + 1) : second === 'subsets' ? `${first}-${plain.slice(plain.lastIndexOf('/') + 1)}` : first;
    if (own !== '') this.run.head.id ??= own.replace(/[^\w-]+/g, '-');
    if (/^https?:/.test(id)) this.run.head.sourceUrl ??= id;
  }

  /** `releases/2016-09-01`, `http://purl.obolibrary.org/obo/hp/releases/2024-08-13/hp.json` */
  takeVersion(version: string): void {
    const dated = /\d{4}-\d\d-\d\d/.exec(version)?.[0] ?? /(?:version|releases\/v?|\/v)(\d[\w.-]*)/.exec(version)?.[1];
    this.run.head.version ??= dated ?? (version.includes('/') ? undefined : version.trim() || undefined);
  }

  /** @param property `terms:license`, `dcterms:license`, `http://purl.org/dc/elements/1.1/title`, `owl:versionInfo` */
  takeProperty(property: string, value: string): void {
    const name = property.slice(Math.max(property.lastIndexOf('/'), property.lastIndexOf('#'), property.lastIndexOf(':')) + 1).toLowerCase();
    if (name === 'license' || name === 'licence') Object.assign(this.run.head, licenceOf(value));
    else if (name === 'title') this.run.head.name ??= value.trim() || undefined;
    else if (name === 'versioninfo' || name === 'versioniri' || name === 'owl_versioninfo') this.takeVersion(value);
    else if (name === 'comment' || name === 'remark' || name === 'rights') this.takeRemark(value);
  }

  /** Of remarks, one about the licence stands for it where nothing else does. */
  takeRemark(remark: string): void {
    if (this.remark === undefined && speaksOfLicence(remark)) this.remark = remark;
  }

  /** To be called at the end. */
  finish(): void {
    if (this.run.head.licence === undefined && this.remark !== undefined) Object.assign(this.run.head, licenceOf(this.remark));
  }
}
