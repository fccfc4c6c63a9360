import type { ThemeConfig } from 'antd';

/** Contrast of every pair is at least 4.5:1 on white and on the grey ground. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#003eb3',
    colorInfo: '#0958d9',
    colorLink: '#0958d9',
    colorLinkHover: '#003eb3',
    controlHeightSM: 24,
    colorSuccess: '#237804',
    colorWarning: '#ad4e00',
    colorError: '#cf1322',
    colorTextSecondary: '#434a57',
    colorTextTertiary: '#595f6b',
    colorTextDescription: '#595f6b',
    colorTextPlaceholder: '#6a707c',
    colorTextDisabled: '#6a707c',
    colorBorder: '#c9ced8',
    colorBorderSecondary: '#e3e6ec',
    borderRadius: 6,
    fontSize: 13,
    controlHeight: 30,
    fontFamily: "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', Roboto, 'Helvetica Neue', sans-serif",
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: { Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' }, Tag: { defaultColor: '#434a57' } },
};
