const firstField = '.task-form :is(input,textarea,select):not([disabled],[readonly],[hidden])';

/**
 * Puts the cursor into the first field one may write in. A form that is still loading, or is just being opened after a claim, has
 * none yet: the place itself takes the focus and hands it on as soon as the field is there, unless the reader has gone elsewhere.
 */
export function intoForm(pane: HTMLElement) {
  const ready = () => pane.querySelector<HTMLElement>(firstField);
  const field = ready();
  if (field) return field.focus();
  pane.focus();
  const watch = new MutationObserver(() => ready()?.focus());
  watch.observe(pane, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled', 'readonly'] });
  pane.addEventListener('blur', () => watch.disconnect(), { once: true });
}
