package dev.afterflow.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

    @Test
    void anAmountIsReadAndShownInItsOwnCurrency() {
        assertThat(Money.parse("129.50", "CNY")).isEqualTo(new Money(12950, "CNY"));
        assertThat(Money.parse("1200", "JPY")).isEqualTo(new Money(1200, "JPY"));
        assertThat(new Money(12950, "CNY").display(Locale.CHINA)).isEqualTo("¥129.50");
        assertThat(new Money(12950, "CNY").display(true)).isEqualTo("¥129.50");
        assertThat(new Money(12950, "CNY").display(false)).isEqualTo("¥129.50");
        assertThat(new Money(12950, "HKD").display(false)).as("another dollar keeps its name").isEqualTo("HK$129.50");
        assertThat(new Money(12950, "USD").display(false)).isEqualTo("$129.50");
        assertThat(new Money(12950, "BRL").display(Locale.forLanguageTag("pt-BR"))).contains("129,50");
    }

    @Test
    void moreDecimalPlacesThanTheCurrencyHasAreRefused() {
        assertThatThrownBy(() -> Money.parse("1.005", "CNY")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.parse("1.5", "JPY")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoCurrenciesDoNotMix() {
        assertThatThrownBy(() -> new Money(1, "CNY").plus(new Money(1, "BRL"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(1, "CNY").min(new Money(1, "BRL"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOverflowIsAnErrorAndNeverANegativeAmount() {
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "CNY").plus(new Money(1, "CNY"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "CNY").times(2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void itTravelsAsMinorUnitsAndCurrency() {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.writeValueAsString(new Money(12950, "CNY"))).isEqualTo("{\"minor\":12950,\"currency\":\"CNY\"}");
        assertThat(json.readValue("{\"minor\":12950,\"currency\":\"CNY\"}", Money.class)).isEqualTo(new Money(12950, "CNY"));
    }
}
