package dev.afterflow.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.money.Money;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class WordsTest {

    @AfterEach
    void nobodysLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aFindingIsSaidWithItsGround() {
        Return.Finding finding = new Return.Finding("NO_REASON", "notEligible", "消法25 已过七天 / Consumer Protection Law 25, the 7 days are over", null);

        assertThat(in(Locale.CHINA, finding)).isEqualTo("不符合条件：消法25 已过七天");
        assertThat(in(Locale.ENGLISH, finding)).isEqualTo("Not eligible: Consumer Protection Law 25, the 7 days are over");
    }

    @Test
    void aGroundThatSaysNoMoreIsNotSaidTwice() {
        Return.Finding finding = new Return.Finding("OTHER", "person", "由人判断 / a person decides", null);

        assertThat(in(Locale.CHINA, finding)).isEqualTo("由人判断");
        assertThat(in(Locale.ENGLISH, finding)).isEqualTo("A person decides");
    }

    @Test
    void amountsAreWrittenAsOnTheScreens() {
        assertThat(Words.inChinese(new Money(12_950, "CNY"))).isEqualTo("¥129.50");
        assertThat(Words.inEnglish(new Money(12_950, "CNY"))).isEqualTo("¥129.50");
        assertThat(Words.inEnglish(new Money(12_950, "BRL"))).isEqualTo("R$129.50");
    }

    private static String in(Locale language, Return.Finding finding) {
        LocaleContextHolder.setLocale(language);
        return Words.of(finding);
    }
}
