//! A Chinese heading in; the same with the places where a line may end out: between words, never inside one.
//!
//! Chinese is written without blanks, and a browser ends a line anywhere. The words of the trade are known; what is none
//! of them stays together, so a name is never cut, and a heading too long for a narrow screen still breaks as a last resort.

use super::text::escape;

/// A heading up to this long fits into a line of a phone.
const FITS: usize = 10;

/// Words that headings of the field are made of, the longer before the shorter that they begin with.
const WORDS: &str = "生产许可证 领导小组 工作人员 事业单位 自然资源 责任清单 权责清单 监督管理 监督检查 行政许可 行政处罚 行政强制 行政执法 特种设备 市场监管 食品安全 安全监察 安全生产 \
    产品质量 质量技术 计量器具 工业产品 生产许可 公共服务 职责边界 主要职责 监管制度 责任追究 法律法规 营业执照 检验检测 资质认定 \
    事中事后 双随机 县级以上 人民政府 乡镇街道 监督 管理 检查 检验 检测 检定 抽查 抽样 抽检 巡查 核查 审查 审批 许可 处罚 强制 \
    执法 稽查 查处 打击 整治 监察 监管 监测 制度 办法 条例 规定 规则 细则 实施 行政 市场 质量 技术 产品 商品 食品 药品 设备 设施 \
    安全 生产 经营 使用 销售 加工 企业 单位 部门 机构 机关 政府 组织 协会 人员 从业 职责 责任 清单 事项 服务 公共 边界 工作 机制 \
    追究 问责 标准 计量 认证 认可 条码 代码 商标 广告 价格 投诉 举报 咨询 受理 处理 登记 注册 备案 变更 注销 资质 资格 证书 证明 \
    合格 不合格 缺陷 召回 事故 应急 救援 报告 公布 公开 信息 信用 档案 数据 网络 电子 电梯 锅炉 压力 容器 管道 气瓶 起重 机械 \
    农业 农村 农民 林业 水利 环境 环保 卫生 教育 交通 运输 道路 建设 工程 城市 土地 资源 矿山 煤矿 消防 消费 消费者 权益 保护 \
    保障 促进 推进 指导 协调 配合 组织 开展 负责 承担 建立 制定 发布 宣传 培训 教育 考核 评价 评审 鉴定 仲裁 调解 复议 诉讼 \
    全国 全省 全市 全县 国家 地方 省级 市级 县级 乡镇 街道 村民 居民 纤维 棉花 能源 节能 强制性 推荐性 重点 重大 一般 日常 专项 \
    定期 年度 计划 方案 程序 流程 措施 方式 内容 对象 范围 依据 条件 标识 标志 包装 原产地 地理 名牌 品牌 发展 创建 奖励 资金 \
    收费 费用 违法 行为 案件 线索 假冒 伪劣 侵权 裁量权 裁量 基准 处分 通知 适用 许可证 以及 或者";

/// Characters that belong to what stands before them.
const CLOSING: &str = "，。、；：？！）》】〉」』”’局厅部委处科股室所站队院县市省区镇乡村的等类法者员性化制地时";

/// Characters that belong to what stands behind them.
const OPENING: &str = "（《【〈「『“‘与和及对在为从由以按向";

/// The heading as HTML, with `<wbr>` where a line may end; nothing where it fits into a line.
pub fn phrases(heading: &str) -> Option<String> {
    if heading.chars().count() <= FITS {
        return None;
    }
    let mut out = String::with_capacity(heading.len() * 2);
    let mut rest = heading;
    let mut before: Option<char> = None;
    let mut in_word = false;
    while let Some(first) = rest.chars().next() {
        let word = WORDS.split(' ').find(|word| !word.is_empty() && rest.starts_with(word));
        let piece = word.unwrap_or(&rest[..first.len_utf8()]);
        // Between a word and a word or an opening mark; a run of what is no word stays together.
        let opens = word.is_some() || OPENING.contains(first);
        let may_end = in_word || before.is_some_and(|last| CLOSING.contains(last));
        let held = before.is_none_or(|last| OPENING.contains(last)) || (word.is_none() && CLOSING.contains(first));
        if !held && (opens && may_end || in_word && !first.is_ascii()) {
            out.push_str("<wbr>");
        }
        escape(piece, &mut out);
        in_word = word.is_some();
        before = piece.chars().next_back();
        rest = &rest[piece.len()..];
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn a_line_ends_between_words() {
        assert_eq!(
            phrases("鸡泽县质量技术监督局责任清单").as_deref(),
            Some("鸡泽县<wbr>质量技术<wbr>监督局<wbr>责任清单")
        );
        assert_eq!(
            phrases("《特种设备安全监察条例》实施<办法>").as_deref(),
            Some("《特种设备<wbr>安全监察<wbr>条例》<wbr>实施&lt;办法&gt;")
        );
    }

    #[test]
    fn words_of_titles_of_laws_stay_whole() {
        let broken = |title| phrases(title).expect("a long title").replace("<wbr>", "|");
        assert_eq!(broken("事业单位工作人员处分暂行规定"), "事业单位|工作人员|处分|暂行规定");
        assert!(broken("行政处罚裁量权适用规则和行政处罚裁量基准").contains("行政处罚|裁量权|适用"));
        assert!(broken("打假工作领导小组的通知").ends_with("领导小组的|通知"));
    }

    #[test]
    fn what_fits_into_a_line_and_what_is_no_word_stays() {
        assert_eq!(phrases("计量监督管理"), None);
        assert_eq!(phrases("ABCDEFGHIJKLMN").as_deref(), Some("ABCDEFGHIJKLMN"));
    }
}
