package dev.afterflow.intake;

import dev.afterflow.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Reads a row field by field and collects what is wrong, so that all recipients check alike; a field nobody read is a fault.
 *
 * <p>A reader answers null (an empty list for lists) where a field is missing or wrong: read everything, then look at
 * {@link #faults()}.
 */
public final class Fields extends FieldReader {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    private Fields(JsonNode node, String path, Faults faults) {
        super(node, path, faults);
    }

    /** A reader of a whole row. */
    public static Fields of(JsonNode row) {
        Fields fields = new Fields(row, "", new Faults());
        if (!row.isObject()) {
            fields.faults.type("", "对象", "an object");
        }
        return fields;
    }

    /** Adds a fault of the caller's own rule. */
    public void fault(String field, String rule, String remedyZh, String remedyEn) {
        faults.add(at(field), rule, remedyZh, remedyEn);
    }

    /** Whether the row has this field with a value. */
    public boolean has(String field) {
        return present(field) != null;
    }

    /** A text of 1 to max characters that is not blank. */
    public String text(String field, int max) {
        return required(field) ? optionalText(field, max) : null;
    }

    /** A text of at most max characters; null when absent or blank. */
    public String optionalText(String field, int max) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        String text = textOf(field, value, max);
        return text == null || text.isBlank() ? null : text;
    }

    /** A moment in ISO 8601 with its offset. */
    public Instant instant(String field) {
        return required(field) ? optionalInstant(field) : null;
    }

    /** A moment in ISO 8601 with its offset; null when absent. */
    public Instant optionalInstant(String field) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = OffsetDateTime.parse(value.stringValue("")).toInstant();
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // told below: what is no moment and what is out of range have one remedy
        }
        faults.instant(at(field));
        return null;
    }

    /** An amount of zero or more in minor units: {@code {"minor":12950,"currency":"CNY"}}. */
    public Money money(String field) {
        return required(field) ? optionalMoney(field) : null;
    }

    /** An amount of zero or more in minor units; null when absent. */
    public Money optionalMoney(String field) {
        Fields money = object(field).orElse(null);
        if (money == null) {
            return null;
        }
        Long minor = money.whole("minor", 0, 1_000_000_000_000L);
        String currency = money.currency("currency");
        return minor == null || currency == null ? null : new Money(minor, currency);
    }

    /** A currency of ISO 4217 in capitals. */
    public String currency(String field) {
        String code = text(field, 3);
        if (code != null && !CURRENCIES.contains(code)) {
            faults.currency(at(field));
            return null;
        }
        return code;
    }

    /** An integer from min to max. */
    public Long whole(String field, long min, long max) {
        return required(field) ? optionalWhole(field, min, max) : null;
    }

    /** An integer from min to max; null when absent. */
    public Long optionalWhole(String field, long min, long max) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            faults.type(at(field), "整数", "an integer");
        } else if (!value.canConvertToLong() || value.longValue() < min || value.longValue() > max) {
            faults.range(at(field), min, max);
        } else {
            return value.longValue();
        }
        return null;
    }

    /** True or false; null when absent. */
    public Boolean optionalFlag(String field) {
        JsonNode value = present(field);
        if (value != null && !value.isBoolean()) {
            faults.type(at(field), "true 或 false", "true or false");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    /** One of the words of an enum. */
    public <E extends Enum<E>> E oneOf(String field, Class<E> words) {
        return required(field) ? optionalOneOf(field, words) : null;
    }

    /** One of the words of an enum; null when absent. */
    public <E extends Enum<E>> E optionalOneOf(String field, Class<E> words) {
        List<String> names = Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
        String word = optionalOneOf(field, names);
        return word == null ? null : Enum.valueOf(words, word);
    }

    /** One of these words. */
    public String oneOf(String field, Collection<String> words) {
        return required(field) ? optionalOneOf(field, words) : null;
    }

    /** One of these words; null when absent. */
    public String optionalOneOf(String field, Collection<String> words) {
        JsonNode value = present(field);
        if (value == null) {
            return null;
        }
        if (!value.isString() || !words.contains(value.stringValue())) {
            faults.word(at(field), words);
            return null;
        }
        return value.stringValue();
    }

    /** A list of at most max objects; empty when absent. */
    public List<Fields> list(String field, int max) {
        List<Fields> members = new ArrayList<>();
        for (JsonNode member : members(field, max)) {
            Fields fields = inside(member, field + "[" + members.size() + "]");
            if (!member.isObject()) {
                faults.type(fields.path, "对象", "an object");
            }
            members.add(fields);
        }
        return members;
    }

    /** A list of at most max texts of 1 to length characters; empty when absent. */
    public List<String> texts(String field, int max, int length) {
        List<String> texts = new ArrayList<>();
        int place = 0;
        for (JsonNode member : members(field, max)) {
            String name = field + "[" + place++ + "]";
            String text = textOf(name, member, length);
            if (text != null && text.isBlank()) {
                faults.required(at(name));
            } else if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** An object of its own; empty when absent. */
    public Optional<Fields> object(String field) {
        JsonNode value = present(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            faults.type(at(field), "对象", "an object");
            return Optional.empty();
        }
        return Optional.of(inside(value, field));
    }

    /** At most 100 pictures kept elsewhere: each its name, the SHA-256 of its bytes and, where it can be fetched, its address. */
    public void pictures(String field) {
        for (Fields picture : list(field, 100)) {
            picture.text("name", 255);
            String sha256 = picture.text("sha256", 64);
            if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
                picture.fault("sha256", "format", "应为 64 位小写十六进制", "Give 64 hexadecimal digits in small letters");
            }
            String url = picture.optionalText("url", 2000);
            if (url != null && !url.matches("https://[^\\s\"<>\\\\]+")) {
                picture.fault("url", "format", "应为 https 地址", "Give an https address");
            }
        }
    }

    private Fields inside(JsonNode value, String name) {
        return with(new Fields(value, at(name), faults));
    }
}
