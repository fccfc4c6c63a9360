import { evidenceUrl, productPictureUrl, thumbnailUrl } from '../../api/cases.ts';
import type { CaseLine, EvidenceFile, Pictured } from '../../api/types.ts';

/** One thing the viewer shows: a file of the case, or what its product looks like in the shop. */
export type Shown = { id: string; name: string; type: string; src: string; small: string | null; file?: EvidenceFile };

const isPicture = (file: EvidenceFile) => file.type.startsWith('image') && file.thumbnail !== false;
const ofFile = (file: EvidenceFile): Shown => ({ id: file.id, name: file.name, type: file.type, src: evidenceUrl(file.id), small: isPicture(file) ? thumbnailUrl(file.id) : null, file });
const ofProduct = (shop: string, product: Pictured): Shown => {
  const src = productPictureUrl(shop, product);
  return { id: `product-${product.productId}`, name: product.title ?? product.productId, type: 'image/jpeg', src, small: src };
};

/** The files first, then the products, those that are asked about before the others. */
export function shownOf(shop: string, files: EvidenceFile[], products: Pictured[], asked: CaseLine[]): Shown[] {
  const wanted = new Set(asked.map((line) => line.lineId));
  const rank = (product: Pictured) => (product.lines.some((line) => wanted.has(line)) ? 0 : 1);
  return [...files.map(ofFile), ...products.toSorted((a, b) => rank(a) - rank(b)).map((product) => ofProduct(shop, product))];
}

/** What to put beside a piece: the product where a file is shown, else the next piece; nothing beside the only one. */
export function besideOf(all: Shown[], at: number): number | null {
  const product = all.findIndex((one) => !one.file);
  if (product >= 0 && product !== at) return product;
  return all.length > 1 ? (at + 1) % all.length : null;
}
