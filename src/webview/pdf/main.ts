import type { PdfPageData } from '../../core/pdf/pdfPage';
import { HostLink } from './hostLink';
import { PdfApp } from './pdfApp';

const link = new HostLink();
new PdfApp(link, JSON.parse(document.getElementById('data')?.textContent ?? '') as PdfPageData);
link.post({ type: 'ready' });
