package dev.afterflow.intake;

import dev.afterflow.money.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes rows of a kind from rows of files, after a mapping. */
class RowMapper {

    /** The row it made, and where a cell could not be read. */
    record Mapped(ObjectNode row, List<Fault> faults) {
    }

    /** Finds the rows of a linked file that belong to a row. */
    interface Links {
        List<Map<String, String>> of(String alias, Map<String, String> parent);
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> PLAIN = List.of("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd");

    private final Mapping mapping;
    private final ZoneId zone;
    private final String currency;
    private final List<DateTimeFormatter> dates;

    RowMapper(Mapping mapping, String shopZone, String shopCurrency) {
        this.mapping = mapping;
        this.zone = ZoneId.of(mapping.timeZone() == null ? shopZone : mapping.timeZone());
        this.currency = mapping.currency() == null ? shopCurrency : mapping.currency();
        this.dates = Stream.concat(mapping.dates().stream(), PLAIN.stream()).map(DateTimeFormatter::ofPattern).toList();
    }

    Mapped map(Map<String, String> main, Links links) {
        Making making = new Making(links);
        making.rows.put(mapping.main(), main);
        return new Mapped(making.object("", mapping.fields(), mapping.main(), 1), making.faults);
    }

    /** The making of one row. */
    private final class Making {

        private final Links links;
        private final Map<String, Map<String, String>> rows = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        Making(Links links) {
            this.links = links;
        }

        ObjectNode object(String path, Map<String, Mapping.Value> fields, String alias, int number) {
            ObjectNode object = JSON.createObjectNode();
            fields.forEach((name, value) -> {
                JsonNode made = value(path.isEmpty() ? name : path + "." + name, value, alias, number);
                if (made != null) {
                    object.set(name, made);
                }
            });
            return object;
        }

        private JsonNode value(String path, Mapping.Value value, String alias, int number) {
            if (value.constant() != null) {
                return value.constant();
            }
            if (value.each() != null) {
                return each(path, value);
            }
            Map<String, String> row = row(value.from() == null ? alias : value.from());
            boolean absent = !value.when().isEmpty()
                    && value.when().stream().allMatch(column -> row.getOrDefault(column, "").isBlank());
            if (value.fields() != null) {
                return inner(path, value, alias, number, absent);
            }
            if (absent) {
                return null;
            }
            String cell = value.column() != null ? row.getOrDefault(value.column(), "")
                    : MappingRules.filled(value.template(), row, number);
            return cell(path, value, cell, row);
        }

        private JsonNode inner(String path, Mapping.Value value, String alias, int number, boolean absent) {
            if (!value.list()) {
                return absent ? null : object(path, value.fields(), alias, number);
            }
            ArrayNode list = JSON.createArrayNode();
            return absent ? list : list.add(object(path + "[0]", value.fields(), alias, number));
        }

        private ArrayNode each(String path, Mapping.Value value) {
            ArrayNode list = JSON.createArrayNode();
            for (Map<String, String> member : links.of(value.each(), row(mapping.parent(value.each())))) {
                rows.put(value.each(), member);
                list.add(object(path + "[" + list.size() + "]", value.fields(), value.each(), list.size() + 1));
            }
            rows.remove(value.each());
            return list;
        }

        /** The row at hand of a file: the one we stand in, else the first that belongs to it. */
        private Map<String, String> row(String alias) {
            Map<String, String> here = rows.get(alias);
            if (here != null) {
                return here;
            }
            Map<String, String> parent = row(mapping.parent(alias));
            return links.of(alias, parent).stream().findFirst().orElse(Map.of());
        }

        private JsonNode cell(String path, Mapping.Value value, String raw, Map<String, String> row) {
            String text = word(path, value, raw.strip());
            if (text == null || text.isEmpty()) {
                return null;
            }
            return switch (value.as() == null ? "text" : value.as()) {
                case "instant" -> instant(path, text);
                case "money" -> money(path, text, value.times() == null ? "1" : row.getOrDefault(value.times(), "1"));
                case "integer" -> integer(path, text);
                case "flag" -> flag(path, text);
                default -> JSON.getNodeFactory().stringNode(text);
            };
        }

        private String word(String path, Mapping.Value value, String text) {
            if (text.isEmpty()) {
                return value.otherwise();
            }
            if (value.values() == null) {
                return text;
            }
            String word = value.values().entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(text))
                    .map(Map.Entry::getValue).findFirst().orElse(value.otherwise());
            if (word == null) {
                String words = String.join(", ", value.values().keySet());
                return fault(path, "word", "“" + Faults.shown(text) + "”不在映射的词中:" + words,
                        "'" + Faults.shown(text) + "' is not among the words of the mapping: " + words);
            }
            return word;
        }

        private JsonNode instant(String path, String text) {
            Instant instant = RowMapper.this.instant(text);
            if (instant == null) {
                fault(path, "date", "“" + Faults.shown(text) + "”不是可识别的时间,请检查 dates",
                        "'" + Faults.shown(text) + "' is no time of the patterns in dates");
                return null;
            }
            return JSON.getNodeFactory().stringNode(instant.toString());
        }

        private JsonNode money(String path, String text, String times) {
            try {
                String plain = text.replaceAll("[^0-9.,+-]", "").replace(mapping.decimal().equals(".") ? "," : ".", "")
                        .replace(',', '.');
                Money money = Money.parse(plain, currency).times(Long.parseLong(times.strip()));
                return JSON.createObjectNode().put("minor", money.minor()).put("currency", money.currency());
            } catch (IllegalArgumentException | ArithmeticException e) {
                fault(path, "money", "“" + Faults.shown(text) + "”不是 " + currency + " 金额",
                        "'" + Faults.shown(text) + "' is no amount of " + currency);
                return null;
            }
        }

        private JsonNode integer(String path, String text) {
            try {
                return JSON.getNodeFactory().numberNode(new BigDecimal(text).longValueExact());
            } catch (ArithmeticException | NumberFormatException e) {
                fault(path, "integer", "“" + Faults.shown(text) + "”不是整数", "'" + Faults.shown(text) + "' is no whole number");
                return null;
            }
        }

        private JsonNode flag(String path, String text) {
            String word = text.toLowerCase(Locale.ROOT);
            if (List.of("true", "1", "yes", "y", "是").contains(word)) {
                return JSON.getNodeFactory().booleanNode(true);
            }
            if (List.of("false", "0", "no", "n", "否").contains(word)) {
                return JSON.getNodeFactory().booleanNode(false);
            }
            fault(path, "flag", "“" + Faults.shown(text) + "”应为是或否", "'" + Faults.shown(text) + "' is neither yes nor no");
            return null;
        }

        private String fault(String path, String rule, String zh, String en) {
            faults.add(new Fault(path, rule, zh, en));
            return null;
        }
    }

    /** The moment a text means in the mapping's zone; null when no pattern fits. A time a clock skipped is moved forward. */
    private Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noOffset) {
            return dates.stream().map(date -> local(text, date)).filter(found -> found != null).findFirst().orElse(null);
        }
    }

    private Instant local(String text, DateTimeFormatter date) {
        try {
            TemporalAccessor found = date.parseBest(text, LocalDateTime::from, LocalDate::from);
            LocalDateTime time = found instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) found;
            return time.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
