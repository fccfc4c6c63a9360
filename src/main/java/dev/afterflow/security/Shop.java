package dev.afterflow.security;

import dev.afterflow.security.Problem.Fault;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A place where the company sells; the fence between rows follows it.
 *
 * @param id small letters, digits and dashes, at most 40
 * @param prefix two to four capital letters, first part of each case number of the shop
 * @param timeZone the zone in which the shop's promises are counted, such as {@code Asia/Shanghai}
 * @param currency ISO 4217 code in which the shop sells
 * @param jurisdiction ISO 3166 country whose law governs the shop's sales, {@code EU} for a member of the European Union
 * @param language the shop's own language: {@code zh-CN} or {@code en}
 */
public record Shop(String id, String prefix, String name, String brand, String platform, String timeZone,
                   String currency, String jurisdiction, String language) {

    public Shop {
        demand("id", id, "[a-z0-9-]{1,40}");
        demand("prefix", prefix, "[A-Z]{2,4}");
        demand("name", name, ".{1,80}");
        demand("brand", brand, ".{1,80}");
        demand("platform", platform, "[a-z0-9-]{1,40}");
        demand("jurisdiction", jurisdiction, "[A-Z]{2}");
        demand("language", language, "zh-CN|en");
        known("timeZone", () -> ZoneId.of(timeZone));
        known("currency", () -> Currency.getInstance(currency));
    }

    private static void demand(String field, String value, String pattern) {
        if (value == null || !value.matches(pattern)) {
            throw refused(field, pattern);
        }
    }

    private static void known(String field, Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException unknown) {
            throw refused(field, "known");
        }
    }

    private static Problem refused(String field, String rule) {
        return Problem.invalid(new Fault(field, rule, "店铺的“" + field + "”不符合要求", "The shop's " + field + " is not acceptable"));
    }
}
