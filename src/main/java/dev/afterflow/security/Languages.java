package dev.afterflow.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of the answer: the person's own, else what the browser asks for, else Chinese. */
@Component("localeResolver")
class Languages implements LocaleResolver {

    static final String CHINESE = "zh-CN";
    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        throw new IllegalStateException("A person's language is changed by PUT /api/session/language");
    }

    static Locale of(HttpServletRequest request) {
        return Who.ifAny().filter(who -> who.kind() == Who.Kind.PERSON).map(who -> Locale.forLanguageTag(who.language()))
                .orElseGet(() -> asked(request.getHeader("Accept-Language")));
    }

    private static Locale asked(String header) {
        if (header == null || header.length() > 200) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(header), SPOKEN);
            return match == null ? languageOnly(header) : match;
        } catch (IllegalArgumentException unreadable) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    /** {@code zh-TW} finds no {@code zh-CN} by lookup, but is Chinese; anything else first in the list means English readers. */
    private static Locale languageOnly(String header) {
        return Locale.LanguageRange.parse(header).get(0).getRange().startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
