import { useTranslation } from 'react-i18next';
import { packUrl, previewUrl, type Pack } from '../../api/disputes.ts';
import { Moment } from '../../ui/Moment.tsx';

/** The pack as it would be now, and those that were made, by hash. */
export function Packs({ packs, number, shop }: { packs: Pack[]; number: string; shop: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h4>{t('dispute.packs')} <a href={previewUrl(number)} download>{t('dispute.preview')}</a></h4>
      {packs.length === 0 && <p className="quiet">{t('dispute.noPack')}</p>}
      <ol className="items">
        {packs.map((pack) => (
          <li key={pack.number}>
            <span className="item-title">{t('dispute.pack', { n: pack.turn })} <a href={packUrl(number, pack.turn, 'pdf')} download>PDF</a> <a href={packUrl(number, pack.turn, 'zip')} download>ZIP</a></span>
            <span className="item-meta"><Moment at={pack.at} shop={shop} /> {pack.by} <span className="number" title={pack.zipSha256}>SHA-256 {pack.zipSha256.slice(0, 16)}…</span></span>
            <details><summary>{t('dispute.inside', { count: pack.manifest.length })}</summary><ul className="plain">{pack.manifest.map((file) => <li key={file.name}><code>{file.name}</code> <small className="number" title={file.sha256}>{file.sha256.slice(0, 16)}…</small></li>)}</ul></details>
            {pack.incomplete && <p className="quiet">{t('dispute.without', { why: pack.incomplete })}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}
