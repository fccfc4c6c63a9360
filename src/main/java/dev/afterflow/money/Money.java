package dev.afterflow.money;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** An amount in minor units of one ISO 4217 currency; mixed currencies and overflow are refused with an exception. */
public record Money(long minor, String currency) implements Comparable<Money> {

    public Money {
        if (currency == null || currency.length() != 3) {
            throw new IllegalArgumentException("A currency has three letters: " + currency);
        }
        Currency.getInstance(currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** Reads a plain decimal such as {@code 129.50}; more decimal places than the currency has are refused. */
    public static Money parse(String decimal, String currency) {
        BigDecimal exact = new BigDecimal(decimal.strip()).movePointRight(places(currency));
        try {
            return new Money(exact.setScale(0, RoundingMode.UNNECESSARY).longValueExact(), currency);
        } catch (ArithmeticException notExact) {
            throw new IllegalArgumentException(decimal + " is not an amount of " + currency, notExact);
        }
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money min(Money other) {
        return minor <= same(other).minor ? this : other;
    }

    @JsonIgnore
    public boolean isZero() {
        return minor == 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** The amount in Chinese or in English, for example {@code ¥129.50} in both. */
    public String display(boolean chinese) {
        return display(chinese ? Locale.CHINA : Locale.ENGLISH);
    }

    /** The amount as people of this language write it; yuan are {@code ¥} in every language, as the screens show them. */
    public String display(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        format.setMinimumFractionDigits(places(currency));
        format.setMaximumFractionDigits(places(currency));
        return format.format(BigDecimal.valueOf(minor, places(currency))).replace("CN¥", "¥");
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix");
        }
        return other;
    }

    private static int places(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
