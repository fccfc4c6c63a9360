/** A choice with its name before it. */
export function Pick({ label, value, options, change }: { label: string; value: string; options: { value: string; label: string }[]; change: (value: string) => void }) {
  return (
    <label className="claims-pick">
      <span>{label}</span>
      <select value={value} onChange={(event) => change(event.target.value)}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </label>
  );
}
