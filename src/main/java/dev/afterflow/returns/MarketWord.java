package dev.afterflow.returns;

import dev.afterflow.cases.Cases;
import dev.afterflow.cases.Evidence;
import dev.afterflow.cases.Timeline;
import dev.afterflow.platforms.PlatformAnswered;
import dev.afterflow.platforms.PlatformAnswered.Verdict;
import dev.afterflow.platforms.PlatformMatter;
import dev.afterflow.platforms.PlatformPapers;
import dev.afterflow.platforms.PlatformRequest;
import dev.afterflow.platforms.PlatformRequest.Kind;
import dev.afterflow.platforms.Platforms;
import dev.afterflow.security.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says at the marketplace what was decided here: that goods may come back, and a refusal in our words with the proof that was attached. A refusal
 * it does not take is looked at once more.
 */
@Component
class MarketWord implements PlatformPapers {

    /** The longest words every marketplace takes with a refusal (TOP's document of {@code taobao.refund.refuse}). */
    private static final int MOST_WORDS = 200;
    private static final Set<PlatformMatter.Sort> GOODS = Set.of(PlatformMatter.Sort.RETURN, PlatformMatter.Sort.EXCHANGE);
    private static final Pattern OURS = Pattern.compile("NO-(\\d{1,18})-\\d{1,3}");

    private final Cases cases;
    private final Platforms platforms;
    private final Evidence evidence;
    private final JdbcReturns store;
    private final JdbcAnswers answers;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    MarketWord(Cases cases, Platforms platforms, Evidence evidence, JdbcReturns store, JdbcAnswers answers, Timeline timeline, ApplicationEventPublisher events) {
        this.cases = cases;
        this.platforms = platforms;
        this.evidence = evidence;
        this.store = store;
        this.answers = answers;
        this.timeline = timeline;
        this.events = events;
    }

    private Stream<PlatformMatter> matters(String caseNumber) {
        return cases.asked(caseNumber).stream().flatMap(each -> platforms.matter(each.shop(), each.externalId()).filter(now -> now.platform().equals(each.source())).stream());
    }

    /** The requests of a case that a marketplace waits for us to answer. */
    List<PlatformMatter> waiting(String caseNumber) {
        return matters(caseNumber).filter(now -> now.allows().contains(Kind.REFUSE) || now.allows().contains(Kind.REFUSE_GOODS)).toList();
    }

    /** In the transaction in which goods were agreed to come back: the marketplace lets the buyer send them, once for each request as it stands. */
    void agreed(String caseNumber) {
        matters(caseNumber).filter(now -> GOODS.contains(now.sort()) && now.allows().contains(Kind.AGREE_RETURN)).forEach(now ->
                platforms.send(new PlatformRequest("YES-" + DigestUtils.sha256Hex(caseNumber + "|" + now.id() + "|" + now.version()).substring(0, 24), caseNumber, now.shop(),
                        Kind.AGREE_RETURN, now.id(), now.version(), null, null, null, Map.of())));
    }

    /** The grounds of the first that waits, for a person to choose from. */
    List<Map<String, Object>> grounds(String caseNumber) {
        return waiting(caseNumber).stream().findFirst().map(now -> platforms.grounds(now.shop(), now.id())).orElse(List.of()).stream()
                .map(ground -> Map.<String, Object>of("label", ground.words(), "value", ground.code())).toList();
    }

    /** Before a refusal is written down; {@link Problem} 422 when the marketplace takes no words of this length. */
    void demandSayable(String caseNumber, String words) {
        if (words != null && words.length() > MOST_WORDS && !waiting(caseNumber).isEmpty()) {
            throw Problem.invalid("words", "tooLongForMarketplace", "说明将提交给平台，最多 " + MOST_WORDS + " 字",
                    "The marketplace is told these words: at most " + MOST_WORDS + " characters");
        }
    }

    /** In the refusal's own transaction, after it was written down; {@code ground} is the marketplace's own, null for none. */
    void refused(String caseNumber, String ground, String words) {
        long answer = answers.latest(caseNumber);
        List<PlatformMatter> waiting = waiting(caseNumber);
        for (int i = 0; i < waiting.size(); i++) {
            PlatformMatter now = waiting.get(i);
            Kind kind = now.allows().contains(Kind.REFUSE) ? Kind.REFUSE : Kind.REFUSE_GOODS;
            platforms.send(new PlatformRequest("NO-" + answer + "-" + i, caseNumber, now.shop(), kind, now.id(), now.version(), null, ground, words, Map.of()));
        }
    }

    @Override
    public List<Paper> of(String number) {
        Matcher ours = OURS.matcher(number);
        return ours.matches() ? answers.evidence(Long.parseLong(ours.group(1))).stream().map(this::paper).toList() : List.of();
    }

    private Paper paper(JdbcAnswers.Attached attached) {
        Evidence.Item item = evidence.of(attached.caseNumber()).stream().filter(each -> each.id().equals(attached.id())).findFirst().orElseThrow();
        byte[] content = evidence.content(attached.id());
        return new Paper(item.name(), item.type(), content, DigestUtils.sha256Hex(content), null);
    }

    /** A refusal the marketplace did not take does not stand: a person decides again. */
    @EventListener(condition = "#answered.number().startsWith('NO-')")
    void refusalAnswered(PlatformAnswered answered) {
        note(answered, "拒绝", "refusal");
        boolean stands = store.find(answered.caseNumber()).filter(known -> known.state() == Return.State.REFUSED).isPresent();
        if (stands && (answered.verdict() == Verdict.REFUSED || answered.verdict() == Verdict.CHANGED)) {
            events.publishEvent(new Intervening.Conceded(answered.caseNumber()));
        }
    }

    @EventListener(condition = "#answered.number().startsWith('YES-')")
    void agreementAnswered(PlatformAnswered answered) {
        note(answered, "同意退回", "agreement to the return");
    }

    private void note(PlatformAnswered answered, String zh, String en) {
        timeline.add(answered.caseNumber(), "DECISION", switch (answered.verdict()) {
            case DONE -> zh + "已提交平台";
            case NEEDS_CODE, NEEDS_PERSON -> zh + "还没有提交平台：" + answered.words().zh();
            case REFUSED, CHANGED -> "平台未接受" + zh + "：" + answered.words().zh();
        }, switch (answered.verdict()) {
            case DONE -> "The " + en + " is at the marketplace";
            case NEEDS_CODE, NEEDS_PERSON -> "The " + en + " is not at the marketplace yet: " + answered.words().en();
            case REFUSED, CHANGED -> "The marketplace did not take the " + en + ": " + answered.words().en();
        }, Map.of("verdict", answered.verdict().name()));
    }
}
