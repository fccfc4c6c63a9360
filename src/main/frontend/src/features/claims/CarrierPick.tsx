import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCarriers } from './useCarriers.ts';

const WORD = /^[a-z0-9-]{2,40}$/;

/** Carriers by their names; one the house has no name for is taken by the word that was typed. */
export function CarrierPick({ id, value, disabled, change }: { id: string; value: string; disabled?: boolean; change: (carrier: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const names = useCarriers();
  const other = [...new Set([value, typed.trim().toLowerCase()])].filter((word) => WORD.test(word) && !(word in names));
  const options = [...Object.entries(names).map(([word, name]) => ({ value: word, label: name })), ...other.map((word) => ({ value: word, label: word }))];
  return (
    <Select
      id={id} showSearch={{ onSearch: setTyped, filterOption: (text, option) => `${option?.label} ${option?.value}`.toLowerCase().includes(text.trim().toLowerCase()) }} disabled={disabled} value={value || undefined}
      placeholder={t('claims.carrierHint')} options={options} onChange={(carrier: string) => { setTyped(''); change(carrier); }}
    />
  );
}
