package dev.afterflow.notifications;

import dev.afterflow.notifications.Templates.Text;
import dev.afterflow.notifications.Verdict.Finding;
import dev.afterflow.notifications.Wordings.Wording;
import dev.afterflow.security.Audit;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Role;
import dev.afterflow.security.Who;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A shop's own wording: whatever the house's text tells must be told too, nothing else may be asked for, and what crosses a red
 * line is refused; what the guard would hold for legal is let in by legal only.
 */
@Component
@Transactional
class WordingDesk {

    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_BODY = 4_000;
    private static final Map<String, String> SAMPLES = Map.of("orderId", "20261130-0001", "caseNumber", "XX-000128", "amount", "128.00", "days", "7",
        "until", "2026-12-07 18:00", "goods", "茶杯 / Tea cup", "address", "杭州市西湖区 / Hangzhou", "returnNo", "XX-000128-R1", "waybill", "SF1234567890");

    private final Templates templates;
    private final Wordings wordings;
    private final MessageGuard guard;
    private final Audit audit;
    private final Clock clock;

    WordingDesk(Templates templates, Wordings wordings, MessageGuard guard, Audit audit, Clock clock) {
        this.templates = templates;
        this.wordings = wordings;
        this.guard = guard;
        this.audit = audit;
        this.clock = clock;
    }

    /** A text in one language: the house's, the shop's own if there is one, and the words both must tell. {@code version} counts the shop's. */
    record Shown(String template, String language, List<String> words, Text house, Text own, int version, String writtenBy, Instant writtenAt) {
    }

    /** What somebody would like to say; {@code version} is the one they saw. */
    record Wish(String subject, String body, int version) {

        Wish {
            subject = subject == null ? "" : subject.strip();
            body = body == null ? "" : body.strip().replace("\r\n", "\n");
        }

        String text() {
            return subject + "\n" + body;
        }
    }

    /** How it would read with sample words, what the guard says, and what is wrong with it. */
    record Preview(Text text, List<Finding> findings, List<Problem.Fault> faults) {
    }

    @Transactional(readOnly = true)
    List<Shown> all(String shop) {
        List<Wording> newest = wordings.newest(shop);
        return templates.names().stream().flatMap(template -> Stream.of("zh", "en").map(language -> shown(template, language, newest))).toList();
    }

    Preview preview(String template, String language, Wish wish) {
        return new Preview(sample(wish), findings(wish), faults(house(template, language), wish));
    }

    Shown save(String shop, String template, String language, Wish wish) {
        List<Problem.Fault> faults = new ArrayList<>(faults(house(template, language), wish));
        boolean legal = Who.current().is(Role.LEGAL);
        findings(wish).stream().filter(finding -> !legal || finding.outcome() == Verdict.Outcome.BLOCK).map(finding -> new Problem.Fault("body", finding.line().name(), finding.reasonZh(), finding.reasonEn())).forEach(faults::add);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return write(shop, template, language, wish, false, "WORDING_CHANGED");
    }

    /** The house's text counts again. */
    Shown withdraw(String shop, String template, String language, int version) {
        Text house = house(template, language);
        return write(shop, template, language, new Wish(house.subject(), house.body(), version), true, "WORDING_WITHDRAWN");
    }

    private Shown write(String shop, String template, String language, Wish wish, boolean withdrawn, String action) {
        Wording next = new Wording(template, language, wish.version() + 1, wish.subject(), wish.body(), withdrawn, Who.current().name(), clock.instant());
        int newest = wordings.newest(shop).stream().filter(known -> known.template().equals(template) && known.language().equals(language))
            .mapToInt(Wording::version).findFirst().orElse(0);
        if (newest != wish.version() || !wordings.write(shop, next)) {
            throw Problem.conflict("notifications.wordingChanged", "这段文字刚被别人改过，请重新打开", "Somebody changed this text meanwhile; open it again");
        }
        audit.record(shop, action, "wording", template + "." + language, Map.of("version", next.version(), "subject", next.subject(), "body", next.body()));
        return shown(template, language, List.of(next));
    }

    private List<Finding> findings(Wish wish) {
        return guard.judge(sample(wish).whole(), wish.text(), Message.About.NOTHING, false);
    }

    private Text sample(Wish wish) {
        Map<String, String> words = new LinkedHashMap<>();
        Templates.wordsOf(wish.text()).forEach(name -> words.put(name, SAMPLES.getOrDefault(name, "…")));
        return Templates.filled(wish.text(), words, false);
    }

    private static List<Problem.Fault> faults(Text house, Wish wish) {
        List<String> needed = Templates.wordsOf(house.whole());
        List<String> given = Templates.wordsOf(wish.text());
        Stream<Problem.Fault> missing = needed.stream().filter(name -> !given.contains(name)).map(name ->
            new Problem.Fault("body", "missing." + name, "必须包含 {" + name + "}", "Must tell {" + name + "}"));
        Stream<Problem.Fault> unknown = given.stream().filter(name -> !needed.contains(name)).map(name ->
            new Problem.Fault("body", "unknown." + name, "没有可填入 {" + name + "} 的内容", "There is nothing to fill {" + name + "} with"));
        Stream<Problem.Fault> shape = Stream.of(fault("subject", wish.subject(), LONGEST_SUBJECT, true), fault("body", wish.body(), LONGEST_BODY, false))
            .filter(Objects::nonNull);
        return Stream.of(shape, missing, unknown).flatMap(each -> each).toList();
    }

    private static Problem.Fault fault(String field, String text, int longest, boolean oneLine) {
        boolean odd = text.chars().anyMatch(sign -> Character.isISOControl(sign) && (oneLine || sign != '\n'));
        return !text.isEmpty() && text.length() <= longest && !odd ? null
            : new Problem.Fault(field, "length", "请填写，最多 " + longest + " 个字符", "Fill this in, at most " + longest + " characters");
    }

    private Text house(String template, String language) {
        return templates.house(template, language).orElseThrow(() -> Problem.notFound("template"));
    }

    private Shown shown(String template, String language, List<Wording> newest) {
        Text house = house(template, language);
        Wording own = newest.stream().filter(known -> known.template().equals(template) && known.language().equals(language)).findFirst().orElse(null);
        boolean inForce = own != null && !own.withdrawn();
        return new Shown(template, language, Templates.wordsOf(house.whole()), house, inForce ? new Text(own.subject(), own.body()) : null,
            own == null ? 0 : own.version(), own == null ? null : own.writtenBy(), own == null ? null : own.writtenAt());
    }
}
