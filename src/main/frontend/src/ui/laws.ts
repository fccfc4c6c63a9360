/** What Chinese law, courts and platform rules are called in English; longer names before those they hold. */
const names: [string, string][] = [
  ['网络反不正当竞争暂行规定', 'Interim Provisions on Online Unfair Competition'], ['反不正当竞争法', 'Anti-Unfair Competition Law'],
  ['网络消费司法解释(一)', 'Online Consumption Interpretation (I)'], ['网络消费规定', 'Online Consumption Interpretation (I)'], ['网络消费解释', 'Online Consumption Interpretation (I)'],
  ['个人信息保护法', 'Personal Information Protection Law'], ['电子商务法', 'E-Commerce Law'], ['电商法', 'E-Commerce Law'], ['产品质量法', 'Product Quality Law'],
  ['快递市场管理办法', 'Express Market Measures'], ['快递暂行条例', 'Express Delivery Regulations'], ['邮政法', 'Postal Law'], ['民法典', 'Civil Code'],
  ['七日办法', '7-Day Return Measures'], ['处罚办法', 'Consumer Penalty Measures'], ['办法', '7-Day Return Measures'], ['实施条例', 'Consumer Protection Regulations'],
  ['消法', 'Consumer Protection Law'], ['刑法', 'Criminal Law'], ['淘宝“骚扰他人”规则', 'Taobao rule on harassing others'], ['北京互联网法院', 'Beijing Internet Court'],
];
const stops: [string, string][] = [['、', ', '], ['；', '; '], ['，', ', ']];

/** A source of law as the language writes it: {@code 消法24(2)、25} is "Consumer Protection Law 24(2), 25". */
export const lawIn = (language: string, law: string) => {
  if (language !== 'en') return law;
  const english = [...names, ...stops].reduce((text, [zh, en]) => text.replaceAll(zh, `${en} `), law);
  return english.replaceAll(/ +/g, ' ').replaceAll(/ (?=[;,)]|$)/g, '').trim();
};
