/** Tables that can be imported. */
export type TableName = 'ledger' | 'places' | 'units' | 'routes';

interface Columns {
  /** What a column may be called, by what it means. A key stands for itself, too. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Of each group one column must be there. */
  readonly needed: readonly (readonly string[])[];
}

const PHONE = [
  '电话',
  '手机',
  '手机号',
  '手机号码',
  '联系电话',
  '联系方式',
  '电话号码',
  '办公电话',
  '工作电话',
  '值班电话',
  'tel',
  'mobile',
];
const CHANNEL = ['渠道', '联系渠道'];
/** What the code of an area is called. */
export const AREA_CODES = [
  '区域编码',
  '区域代码',
  '网格编码',
  '网格编号',
  '网格代码',
  '单元网格编码',
  '单元网格编号',
  '责任区域编码',
  '责任网格编码',
  '所属网格编码',
  '辖区编码',
];
const AREA_NAME = [
  '区域',
  '网格',
  '区域名称',
  '网格名称',
  '责任区域',
  '责任网格',
  '所属网格',
  '所属区域',
  '辖区',
  '管辖区域',
  '管辖网格',
];

export const COLUMNS: Readonly<Record<TableName, Columns>> = {
  ledger: {
    names: {
      area: AREA_CODES,
      areaName: AREA_NAME,
      role: ['岗位', '角色', '职务', '岗位名称', '岗位类型', '人员类型', '人员类别'],
      unit: [
        '单位',
        '责任单位',
        '单位编码',
        '单位名称',
        '所属单位',
        '工作单位',
        '部门',
        '所属部门',
        '责任部门',
      ],
      person: ['人员编号', '工号', '人员编码', '编号', '人员id', 'id'],
      name: ['姓名', '人员姓名', '责任人', '责任人姓名', '网格员姓名', '监督员姓名', '负责人姓名'],
      phone: PHONE,
      channel: CHANNEL,
      deputy: ['代理人', '代理', '代理人编号', '代理人姓名', '备岗', '备岗人', 'b岗', 'b角', '替班人'],
      deputyPhone: ['代理人电话', '代理人手机', '代理人联系电话', '代理电话', '备岗电话', 'b岗电话'],
      superior: [
        '上级',
        '上级编号',
        '上级姓名',
        '上级负责人',
        '直接上级',
        '上级领导',
        '上级责任人',
        '分管领导',
      ],
      superiorPhone: [
        '上级电话',
        '上级手机',
        '上级联系电话',
        '上级负责人电话',
        '直接上级电话',
        '分管领导电话',
      ],
      from: [
        '起',
        '起始',
        '起始日期',
        '开始',
        '开始日期',
        '上任日期',
        '到岗日期',
        '任职日期',
        '任期起',
        '任期开始',
        '任职起',
        '上岗日期',
        '起始时间',
        '开始时间',
        '自',
      ],
      to: [
        '止',
        '终止',
        '终止日期',
        '结束',
        '结束日期',
        '卸任日期',
        '离岗日期',
        '任期止',
        '任期结束',
        '任职止',
        '截止日期',
        '终止时间',
        '结束时间',
        '至',
      ],
    },
    needed: [['area', 'areaName'], ['role'], ['name'], ['from']],
  },
  places: {
    names: {
      name: ['名称', '地名', '地点', '地点名称', '标准地名', '地址', '标准地址', '小区名称'],
      aliases: ['别名', '别称', '俗称', '曾用名', '又名', '简称'],
      lng: ['经度', '东经', 'lon', 'long', 'longitude', 'x', 'x坐标'],
      lat: ['纬度', '北纬', 'latitude', 'y', 'y坐标'],
      point: ['坐标', '经纬度', '位置', '坐标点', 'location'],
      area: AREA_CODES,
      areaName: AREA_NAME,
      kind: ['类型', '类别', '地点类型', '种类'],
    },
    needed: [['name'], ['lng', 'point'], ['lat', 'point']],
  },
  units: {
    names: {
      code: ['单位编码', '单位代码', '编码', '代码', '单位编号', '编号', '部门编码', '部门代码'],
      name: ['单位名称', '名称', '单位', '责任单位', '部门', '部门名称', '机构名称'],
      parent: ['上级单位', '上级单位编码', '上级', '主管单位', '上级部门', '主管部门'],
      phone: PHONE,
      channel: CHANNEL,
    },
    needed: [['name']],
  },
  routes: {
    names: {
      service: ['事项', '事项编码', '事项代码', '事项名称', '案件类型', '小类', '小类编码', '小类名称'],
      area: AREA_CODES,
      areaName: AREA_NAME,
      unit: [
        '单位',
        '责任单位',
        '单位编码',
        '单位名称',
        '处置单位',
        '承办单位',
        '责任部门',
        '处置部门',
        '主责单位',
      ],
      share: ['主协办', '主办协办', '分工', '办理方式', '责任类型', '职责'],
    },
    needed: [['service'], ['area', 'areaName'], ['unit'], ['share']],
  },
};
