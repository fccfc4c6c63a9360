package dev.afterflow.words;

import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;

/** What a room's codes are called in Chinese and English; a code that it does not know stands for itself. */
public final class Vocabulary {

    private static final String BETWEEN = " / ";
    private final Map<String, String[]> texts;

    @SafeVarargs
    public Vocabulary(Map.Entry<String, String[]>... texts) {
        this.texts = Map.ofEntries(texts);
    }

    public static Map.Entry<String, String[]> text(String code, String chinese, String english) {
        return Map.entry(code, new String[] {chinese, english});
    }

    /** Whether whoever asks now reads Chinese. */
    public static boolean chinese() {
        return !LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    /** The Chinese or English half of a text written as "中文 / English"; empty for none. */
    public static String half(String both, boolean chinese) {
        if (both == null) {
            return "";
        }
        int cut = both.indexOf(BETWEEN);
        return cut < 0 ? both : chinese ? both.substring(0, cut) : both.substring(cut + BETWEEN.length());
    }

    public boolean knows(String code) {
        return texts.containsKey(code);
    }

    public String of(String code) {
        return of(code, chinese());
    }

    public String of(String code, boolean chinese) {
        String[] known = code == null ? null : texts.get(code);
        return known == null ? code : known[chinese ? 0 : 1];
    }
}
