import { FullscreenOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useTranslation } from 'react-i18next';
import { canvasOf, fit } from './usePicture.ts';

/** Nearer, farther, all of it: the picture without a mouse wheel. */
export function ZoomButtons({ viewer }: { viewer: NavigatedViewer | null }) {
  const { t } = useTranslation();
  const by = (factor: number) => viewer && canvasOf(viewer).zoom(canvasOf(viewer).viewbox().scale * factor);
  return (
    <>
      <Button size="small" type="text" icon={<ZoomOutOutlined />} aria-label={t('flow.zoomOut')} onClick={() => by(1 / 1.25)} />
      <Button size="small" type="text" icon={<ZoomInOutlined />} aria-label={t('flow.zoomIn')} onClick={() => by(1.25)} />
      <Button size="small" type="text" icon={<FullscreenOutlined />} aria-label={t('flow.fit')} onClick={() => viewer && fit(viewer)} />
    </>
  );
}
