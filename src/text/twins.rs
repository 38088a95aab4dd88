//! A character in, the plain one that a fount or an old encoding put it in the place of out.
//!
//! Texts copied out of PDFs hold radicals (⽤, ⺠) and compatibility ideographs, which look like characters and are none. What
//! one stands for is part of the standard of Unicode; nothing is lost.

use std::sync::LazyLock;

/// What the radicals of KangXi stand for, from U+2F00 on (Unicode, compatibility decompositions).
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// What the compatibility ideographs stand for, from U+F900 on (Unicode, canonical decompositions).
const COMPATIBILITY: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆\
    虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參\
    塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說\
    廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪\
    律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\
    﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑\
    梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘";

/// Radicals of the supplement that are characters, each with its character.
const RADICALS: &str = "\
    ⺝月⺟母⺠民⺩王⺬示⺮竹⺶羊⺼肉⻁虎⻃西⻄西⻅见⻆角⻉贝⻊足⻋车⻑长⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食\
    ⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟⺌小⺍小⺊卜⺧牛⺁厂⺄乙⺇几⺒巳";

/// Radicals whose character is another in papers of the mainland than in the standard: `⽤⼾` is 用户 copied out of a PDF.
const PRINTED: [(char, char); 2] = [('⼾', '户'), ('⾭', '青')];

/// The first and the last character that a table knows.
const FIRST: char = '\u{2e80}';
const LAST: char = '\u{fa6d}';

/// The character that one stands for; itself where it is plain.
///
/// ```
/// use qingdan::text::twin;
///
/// assert_eq!([twin('⽤'), twin('⺠'), twin('用')], ['用', '民', '用']);
/// ```
pub fn twin(c: char) -> char {
    // Every character of every text comes by here: one look into one table.
    static TWINS: LazyLock<Vec<char>> = LazyLock::new(all);
    match c {
        '\u{2f00}'..='\u{2fd5}' | '\u{2e80}'..='\u{2eff}' | '\u{f900}'..=LAST => {
            TWINS.get(c as usize - FIRST as usize).copied().unwrap_or(c)
        }
        c => c,
    }
}

/// What each character from [`FIRST`] to [`LAST`] stands for.
fn all() -> Vec<char> {
    let mut all: Vec<char> = (FIRST as u32..=LAST as u32).map(|c| char::from_u32(c).unwrap_or_default()).collect();
    let runs = ('\u{2f00}'..).zip(KANGXI.chars()).chain(('\u{f900}'..).zip(COMPATIBILITY.chars()));
    let pairs = RADICALS.chars().step_by(2).zip(RADICALS.chars().skip(1).step_by(2));
    for (form, meant) in runs.chain(pairs).chain(PRINTED) {
        if let Some(place) = all.get_mut(form as usize - FIRST as usize) {
            *place = meant;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{COMPATIBILITY, KANGXI, RADICALS, twin};

    #[test]
    fn tables_are_as_long_as_their_ranges() {
        assert_eq!(KANGXI.chars().count(), 0x2fd6 - 0x2f00);
        assert_eq!(COMPATIBILITY.chars().count(), 0xfa6e - 0xf900);
        assert_eq!(RADICALS.chars().count() % 2, 0);
    }

    #[test]
    fn gives_the_character_that_is_meant_and_keeps_the_plain() {
        for (form, meant) in
            [('⽤', '用'), ('⼈', '人'), ('⾦', '金'), ('⻋', '车'), ('\u{fa08}', '行'), ('\u{f9b5}', '例')]
        {
            assert_eq!((twin(form), twin(meant)), (meant, meant));
        }
        // Twelve of the compatibility ideographs are characters of their own.
        assert_eq!(twin('﨎'), '﨎');
    }
}
