package dev.afterflow.engine;

import java.util.regex.Pattern;

/** How a model says a thing in Chinese and in English. */
final class Bilingual {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2}");
    private static final String BETWEEN = " / ";

    private Bilingual() {
    }

    static boolean isChinese(String text) {
        return CHINESE.matcher(text).find();
    }

    static boolean isEnglish(String text) {
        return ENGLISH.matcher(text).find() && !isChinese(text);
    }

    /** Chinese, then {@code " / "}, then English. */
    static boolean isBoth(String text) {
        int between = text.indexOf(BETWEEN);
        return between > 0 && isChinese(text.substring(0, between)) && ENGLISH.matcher(text.substring(between + BETWEEN.length())).find();
    }

    /** The English name of a BPMN element, empty if it has none. */
    static String english(Xml element) {
        return element.children("bpmn:extensionElements").flatMap(extension -> extension.children("camunda:properties"))
                .flatMap(properties -> properties.children("camunda:property")).filter(property -> property.get("name").equals("label.en"))
                .map(property -> property.get("value")).findFirst().orElse("");
    }
}
