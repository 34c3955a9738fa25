import type { Level } from '../../../domain/city/City.ts';

interface Known {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly Level[];
}

/** A `city.yaml` to begin with. What could not be known has the values of the example city. */
export const settingsText = ({
  id,
  name,
  levels,
}: Known): string => `id: ${JSON.stringify(id)} # 小写字母、数字和 -
name: ${JSON.stringify(name)}
timezone: Asia/Shanghai
hours: [["09:00", "12:00"], ["13:30", "17:30"]] # 工作日的办公时间
levels: [${levels.join(', ')}] # 由大到小
rounds: 2 # 返工几轮仍不合格，交上一级决定
unratedAfter: 5wd # 多久不评价，按“未评价”归档
duplicates: { metres: 100, within: 7d }
notices: { quiet: ["21:30", "07:30"] } # 夜间不打扰
`;
