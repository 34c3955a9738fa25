/** Every sentence of the public page of listed supervision. Short and plain: a 70-year-old reads it. */
export const phrases = {
  title: '挂牌督办公示',
  heading: (city: string) => `${city}挂牌督办公示`,
  intro: '下面这些事超期很久还没有办好，现在公开督办：哪个单位办，最迟哪天办好，请大家监督。',
  none: '现在没有挂牌督办的事。',
  noneLeft: '后面没有了。',
  unit: '责任单位',
  community: '所在社区',
  since: '挂牌日期',
  due: '最迟办好',
  number: '受理编号',
  past: '已过期限，还没有办好',
  next: '看后面的',
  first: '回到开头',
  left: '办好以后就不再列在这里。报事人、详细地点和各人写的话都不公开。',
} as const;
