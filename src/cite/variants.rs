//! A character in, the plain one that it looks like or stands for out.
//!
//! Texts copied out of PDFs hold radicals in the place of characters ([`twin`]); papers mix traditional forms in. A title or an
//! article is the same whichever is printed.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::twin;

/// Traditional forms and slips of the pen, each with the simplified character: what titles of laws and references to
/// their articles are written with.
const FORMS: &str = "\
    條条號号項项則则規规範范辦办華华國国務务會会員员產产質质計计標标準准檢检驗验監监實实細细與与關关於于發发電电\
    業业農农機机車车輛辆設设備备險险壓压氣气體体組组織织構构證证書书許许認认識识護护環环衛卫醫医藥药處处罰罚審审\
    訴诉訟讼執执強强製制廣广費费權权責责稅税財财價价資资競竞爭争專专綠绿勞劳動动聯联團团黨党義义傳传統统測测節节\
    約约儲储運运輸输鐵铁鐘钟銀银錢钱銷销債债貨货貿贸際际開开間间閱阅陽阳陰阴隊队階阶隨随難难靜静預预頒颁領领題题\
    類类額额顧顾飛飞飲饮飼饲館馆馬马駕驾駛驶騙骗鬥斗魚鱼鹽盐麥麦黃黄點点齊齐齡龄龍龙東东兩两個个倉仓偽伪傷伤億亿\
    優优內内勝胜勵励區区協协單单參参雙双變变歲岁歷历師师帶带帳账廠厂廢废張张彈弹後后從从復复應应態态憑凭慶庆懲惩\
    懷怀戰战戶户據据擇择擔担擴扩擾扰攝摄數数斷断時时曆历術术樣样樓楼樹树橋桥檔档歸归殘残殺杀毀毁氫氢決决沒没淨净\
    減减渦涡溫温滅灭滿满漁渔濟济災灾無无煙烟熱热燈灯爐炉狀状獎奖獨独獲获現现瑪玛畫画當当療疗盜盗盡尽確确碼码礦矿\
    禮礼種种稱称穀谷積积窯窑筆笔簡简簽签糧粮糾纠紀纪紅红純纯紙纸級级紡纺終终結结給给絕绝經经網网維维綱纲緊紧線线\
    編编緩缓縣县總总績绩繳缴繼继續续纖纤罷罢羅罗習习聖圣聞闻職职聽听肅肃脅胁臨临舉举舊旧藝艺蘇苏蘭兰虛虚蟲虫補补\
    裝装裡里複复見见視视覺觉覽览觀观觸触訂订討讨訓训託托記记訪访評评詐诈詞词試试該该詳详誠诚誤误說说課课調调論论\
    諮咨譯译議议讓让豬猪貝贝負负貧贫貪贪貴贵買买貼贴賄贿賓宾賠赔賣卖購购贈赠趕赶趙赵跡迹蹤踪軌轨軍军軟软較较載载\
    輔辅輕轻輪轮轄辖轉转辭辞這这連连進进過过達达違违遞递適适遷迁選选遺遗邊边鄉乡鄭郑鄰邻醬酱釀酿釋释針针鋼钢錄录\
    鍋锅鎮镇鏈链長长門门閉闭閘闸閥阀陳陈陸陆隱隐雜杂雞鸡離离雲云頂顶順顺須须頭头頻频顏颜願愿風风養养餘余驅驱鮮鲜\
    鳥鸟麵面灣湾濱滨滬沪遼辽寧宁瀋沈贛赣閩闽瓊琼衆众眾众啟启佈布併并儀仪償偿頁页齒齿龜龟鹵卤韋韦靑青\
    笫第欵款頃项";

/// The first and the last character that a table knows.
const FIRST: char = '\u{2e80}';
const LAST: char = '\u{fa6d}';

/// The character that one looks like or stands for; itself where it is plain.
pub(super) fn plain(c: char) -> char {
    // Every character of every text comes by here: one look into one table.
    static PLAIN: LazyLock<Vec<char>> = LazyLock::new(all);
    match c {
        FIRST..=LAST => PLAIN.get(c as usize - FIRST as usize).copied().unwrap_or(c),
        c => c,
    }
}

/// What each character from [`FIRST`] to [`LAST`] stands for.
fn all() -> Vec<char> {
    let forms: HashMap<char, char> = pairs(FORMS).collect();
    let one = |c: u32| {
        let c = twin(char::from_u32(c).unwrap_or_default());
        forms.get(&c).copied().unwrap_or(c)
    };
    (FIRST as u32..=LAST as u32).map(one).collect()
}

fn pairs(table: &str) -> impl Iterator<Item = (char, char)> {
    table.chars().step_by(2).zip(table.chars().skip(1).step_by(2))
}

#[cfg(test)]
mod tests {
    use super::{FORMS, pairs, plain};

    #[test]
    fn gives_the_character_that_is_meant() {
        for (form, meant) in
            [('⽤', '用'), ('⼈', '人'), ('⺠', '民'), ('⻋', '车'), ('\u{fa08}', '行'), ('條', '条'), ('⾒', '见')]
        {
            assert_eq!(plain(form), meant, "{form}");
        }
        for c in "用人民车行条见的之，《a1".chars() {
            assert_eq!(plain(c), c);
        }
    }

    #[test]
    fn what_it_gives_is_plain() {
        assert_eq!(FORMS.chars().count() % 2, 0);
        for (form, meant) in pairs(FORMS) {
            assert_eq!(plain(meant), meant, "{form} {meant}");
        }
    }
}
