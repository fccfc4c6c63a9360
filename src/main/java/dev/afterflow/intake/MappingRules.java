package dev.afterflow.intake;

import dev.afterflow.security.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says what is wrong with a mapping before a job is made of it. */
class MappingRules {

    static final Pattern PLACE = Pattern.compile("\\{([^{}]{1,200})}");
    private static final int DEEPEST = 6;
    private static final int MOST = 500;
    private static final Set<String> KINDS = Set.of("text", "instant", "money", "integer", "flag");

    interface Visitor {
        void see(String at, String alias, Mapping.Value value);
    }

    private final List<Problem.Fault> faults = new ArrayList<>();
    private final Mapping mapping;
    private int seen;

    private MappingRules(Mapping mapping) {
        this.mapping = mapping;
    }

    /** Throws a 422 that names everything that is wrong. */
    static void check(Mapping mapping) {
        MappingRules rules = new MappingRules(mapping);
        rules.top();
        if (rules.faults.isEmpty()) {
            rules.files();
        }
        if (rules.faults.isEmpty()) {
            visit(mapping, rules::value);
        }
        if (!rules.faults.isEmpty()) {
            throw Problem.invalid(rules.faults);
        }
    }

    /** Shows every value with its path and the alias of the row it is read from. */
    static void visit(Mapping mapping, Visitor visitor) {
        mapping.fields().forEach((name, value) -> walk("mapping.fields." + name, mapping.main(), value, visitor, 0));
    }

    private static void walk(String at, String alias, Mapping.Value value, Visitor visitor, int depth) {
        if (value == null || depth > DEEPEST) {
            visitor.see(at, alias, null);
            return;
        }
        visitor.see(at, alias, value);
        if (value.fields() != null) {
            String inner = value.each() == null ? alias : value.each();
            value.fields().forEach((name, field) -> walk(at + "." + name, inner, field, visitor, depth + 1));
        }
    }

    /** The columns of one alias that a value reads when it stands in the row of {@code here}. */
    static List<String> columnsIn(Mapping.Value value, String here, String alias) {
        if (value == null || !alias.equals(value.from() == null ? here : value.from())) {
            return List.of();
        }
        Stream<String> direct = Stream.of(value.column(), value.times()).filter(column -> column != null);
        Stream<String> placed = value.template() == null ? Stream.of()
                : PLACE.matcher(value.template()).results().map(place -> place.group(1)).filter(name -> !name.equals("#"));
        return Stream.of(direct, placed, value.when().stream()).flatMap(each -> each).toList();
    }

    private void top() {
        demand(mapping.main() != null && mapping.files().containsKey(mapping.main()), "mapping.main", "unknownFile",
                "应为 files 中的一个别名", "Name one of the files");
        demand(!mapping.fields().isEmpty(), "mapping.fields", "required", "请至少映射一个字段", "Map one field at least");
        demand(mapping.files().size() <= 20, "mapping.files", "tooMany", "最多 20 个文件", "At most 20 files");
        demand(List.of(".", ",").contains(mapping.decimal()), "mapping.decimal", "value", "应为 . 或 ,", "Say . or ,");
        known(() -> ZoneId.of(mapping.timeZone()), mapping.timeZone(), "mapping.timeZone", "Asia/Shanghai");
        known(() -> Currency.getInstance(mapping.currency()), mapping.currency(), "mapping.currency", "CNY");
        mapping.dates().forEach(date -> known(() -> DateTimeFormatter.ofPattern(date), date, "mapping.dates", "yyyy-MM-dd HH:mm:ss"));
    }

    private void files() {
        mapping.files().forEach((alias, source) -> {
            String at = "mapping.files." + alias;
            demand(alias.matches("[a-zA-Z][a-zA-Z0-9]{0,29}"), at, "alias", "别名只能用字母和数字", "An alias is letters and digits");
            if (alias.equals(mapping.main())) {
                return;
            }
            demand(mapping.files().containsKey(mapping.parent(alias)), at + ".from", "unknownFile", "没有这个别名", "There is no such file");
            demand(!source.key().isEmpty() && source.key().size() == source.of().size() && source.key().size() <= 5, at + ".key",
                    "key", "请给出 1 到 5 个关联列,key 与 of 数量相同", "Give 1 to 5 columns, as many in key as in of");
        });
        demand(mapping.linked().size() == mapping.files().size() - 1, "mapping.files", "circle", "文件关联成环", "The files hang on each other in a circle");
    }

    private void value(String at, String alias, Mapping.Value value) {
        demand(++seen <= MOST, "mapping.fields", "tooMany", "字段过多", "Too many fields");
        if (value == null) {
            demand(false, at, "required", "缺少内容或层级过深", "Empty, or nested too deep");
            return;
        }
        long sources = Stream.of(value.column(), value.template(), value.constant(), value.fields()).filter(each -> each != null).count();
        demand(sources == 1, at, "source", "column、template、constant、fields 必须且只能有一个",
                "Give exactly one of column, template, constant and fields");
        demand(value.as() == null || KINDS.contains(value.as()), at + ".as", "value", "可用的值:" + KINDS, "Use one of " + KINDS);
        demand(value.from() == null || mapping.files().containsKey(value.from()), at + ".from", "unknownFile", "没有这个别名", "There is no such file");
        demand(value.each() == null || mapping.files().containsKey(value.each()) && value.fields() != null
                        && mapping.parent(value.each()).equals(alias), at + ".each", "unknownFile",
                "应为关联到此处的文件别名,并给出 fields", "Name a file that hangs on this row, and give fields");
    }

    private void known(Runnable reading, String value, String at, String example) {
        try {
            if (value != null) {
                reading.run();
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            demand(false, at, "value", "无法识别,例如 " + example, "Not known; for example " + example);
        }
    }

    private void demand(boolean met, String at, String rule, String zh, String en) {
        if (!met) {
            faults.add(new Problem.Fault(at, rule, zh, en));
        }
    }

    /** Fills the places of a template. */
    static String filled(String template, Map<String, String> row, int number) {
        Matcher matcher = PLACE.matcher(template);
        return matcher.replaceAll(place -> Matcher.quoteReplacement(
                place.group(1).equals("#") ? Integer.toString(number) : row.getOrDefault(place.group(1), "")));
    }
}
