/** What clerks usually call a column; an import knows many more. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  area: ['区域', '网格', '区域编码', '区域编号', '网格编码', '网格编号'],
  role: ['岗位', '角色'],
  unit: ['单位', '单位编码'],
  person: ['人员编号', '工号'],
  name: ['姓名', '名称', '单位名称', '地点名称'],
  phone: ['电话', '手机', '手机号', '联系电话'],
  channel: ['渠道'],
  deputy: ['代理人'],
  superior: ['上级'],
  from: ['开始日期', '起始日期'],
  to: ['结束日期', '终止日期'],
  aliases: ['别名'],
  lng: ['经度'],
  lat: ['纬度'],
  kind: ['类型'],
  code: ['编码', '单位编码'],
  parent: ['上级单位', '上级'],
  service: ['事项', '事项编码'],
  share: ['分工'],
};

/** The column, of those that are absent, that a usual Chinese name stands for. */
export const columnMeant = (name: string, absent: readonly string[]): string | undefined =>
  absent.find((column) => CALLED[column]?.includes(name));
