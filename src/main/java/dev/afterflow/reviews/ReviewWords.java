package dev.afterflow.reviews;

import dev.afterflow.words.Vocabulary;

/** What this room's forms and timeline say. */
final class ReviewWords {

    private static final Vocabulary TEXTS = new Vocabulary(
            Vocabulary.text("DESCRIPTION", "描述相符", "Description"), Vocabulary.text("SERVICE", "服务态度", "Service"), Vocabulary.text("LOGISTICS", "物流", "Logistics"),
            Vocabulary.text("DEFECT", "商品有问题", "Something is wrong with the goods"), Vocabulary.text("WRONG_ITEM", "错发或少发", "Wrong or missing goods"),
            Vocabulary.text("EXPECTATION", "不合预期", "Expected otherwise"), Vocabulary.text("MISUSE", "使用不当", "Used wrongly"), Vocabulary.text("ABUSE", "内容违规", "Content breaks the rules"),
            Vocabulary.text("STARS", "只有星级", "Stars only"), Vocabulary.text("OTHER", "其他", "Other"), Vocabulary.text("MALICE", "恶意评价", "Malice"), Vocabulary.text("NONE", "没有具体问题", "Nothing in particular"),
            Vocabulary.text("SOLVE", "先解决原因", "Solve the cause first"), Vocabulary.text("EXPLAIN", "公开说明", "Explain in public"), Vocabulary.text("COMPLAIN", "投诉", "Complain"), Vocabulary.text("NOTHING", "无须处理", "Nothing"),
            Vocabulary.text("COERCION", "胁迫", "Coercion"), Vocabulary.text("PROFESSIONAL", "职业差评师", "Professional reviewer"), Vocabulary.text("COMPETITOR", "同行恶意", "Competitor"),
            Vocabulary.text("PRIVACY", "泄露个人信息", "Personal data"), Vocabulary.text("ADVERT", "广告或无关", "Advert or irrelevant"), Vocabulary.text("REPEATED", "重复恶意", "Repeated malice"),
            Vocabulary.text("NOT_BUYER", "非购买者或错评", "Not a buyer, or wrong goods"), Vocabulary.text("DEFAMATION", "诽谤", "Defamation"), Vocabulary.text("EXTORTION", "敲诈", "Extortion"),
            Vocabulary.text("UPHELD", "成立", "upheld"), Vocabulary.text("REJECTED", "驳回", "rejected"));

    private ReviewWords() {
    }

    static String of(String code, boolean chinese) {
        return TEXTS.of(code, chinese);
    }

    static String of(String code) {
        return of(code, Vocabulary.chinese());
    }

    static boolean knows(String code) {
        return TEXTS.knows(code);
    }
}
