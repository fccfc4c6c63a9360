import type { DropdownProps, MenuProps } from 'antd';
import { cloneElement, lazy, Suspense, useState, type ReactElement } from 'react';

const Dropdown = lazy(() => import('antd/es/dropdown'));
const trigger: DropdownProps['trigger'] = ['click'];

type Props = { menu: MenuProps; placement?: DropdownProps['placement']; children: ReactElement<{ onClick?: () => void }> };

/** A button with a menu under it; the menu comes once the page stands, and a click before that is kept. */
export function DropMenu({ menu, placement, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Suspense fallback={cloneElement(children, { onClick: () => setOpen(true) })}>
      <Dropdown menu={menu} placement={placement} trigger={trigger} open={open} onOpenChange={setOpen}>{children}</Dropdown>
    </Suspense>
  );
}
