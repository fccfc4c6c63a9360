package dev.afterflow.platforms;

import dev.afterflow.platforms.JdbcPlatformMatters.Kept;
import dev.afterflow.platforms.Marketplace.Told;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a marketplace told, each word once and never an older one after a newer, and passes it on in the same transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Mirror {

    private final JdbcPlatformMatters matters;
    private final MarketLetters letters;
    private final ApplicationEventPublisher events;

    Mirror(JdbcPlatformMatters matters, MarketLetters letters, ApplicationEventPublisher events) {
        this.matters = matters;
        this.letters = letters;
        this.events = events;
    }

    /** Takes what was asked for at this moment, by the database's clock; hints from before it are followed by it too. */
    void take(String shop, String market, Told told, Instant asked) {
        take(shop, market, told);
        if (told.matter() != null) {
            matters.looked(shop, told.matter().id(), asked);
        }
    }

    /** What the marketplace has no more is closed here; false when we never knew it. No letter speaks of it: who waits for it hears the event. */
    boolean gone(String shop, String id) {
        Optional<PlatformMatter> known = matters.lock(shop, id).map(Kept::matter);
        known.filter(was -> !was.word().equals(Marketplace.GONE)).ifPresent(was -> {
            PlatformMatter now = new PlatformMatter(was.shop(), was.platform(), was.sort(), was.id(), was.orderId(), was.lineId(), PlatformMatter.State.CLOSED, was.step(),
                Marketplace.GONE, was.version(), was.amount(), was.reasonCode(), was.reasonText(), null, Set.of(), null, null, was.modifiedAt());
            matters.replace(now, List.of(), DigestUtils.sha256(Marketplace.GONE));
            events.publishEvent(new PlatformMoved(now, was));
        });
        return known.isPresent();
    }

    /** Takes a telling; what is known or older changes nothing. */
    void take(String shop, String market, Told told) {
        if (told.matter() == null) {
            letters.pass(shop, market, told);
            return;
        }
        byte[] hash = hash(told);
        Optional<Kept> known = matters.lock(shop, told.matter().id());
        if (known.isEmpty() && !matters.add(told.matter(), told.grounds(), hash)) {
            known = matters.lock(shop, told.matter().id());
        }
        if (known.isPresent() && !isNews(known.get(), told.matter(), hash)) {
            return;
        }
        known.ifPresent(kept -> matters.replace(told.matter(), told.grounds(), hash));
        PlatformMatter before = known.map(Kept::matter).orElse(null);
        letters.pass(told, before, known.map(Kept::seq).orElse(0) + 1);
        events.publishEvent(new PlatformMoved(told.matter(), before));
    }

    /** Marketplaces count in seconds: within one a version that is a number tells which is older, else the content. */
    private static boolean isNews(Kept known, PlatformMatter told, byte[] hash) {
        PlatformMatter was = known.matter();
        boolean older = told.modifiedAt().isBefore(was.modifiedAt()) || told.modifiedAt().equals(was.modifiedAt()) && told.version().matches("\\d{1,18}")
            && was.version().matches("\\d{1,18}") && Long.parseLong(told.version()) < Long.parseLong(was.version());
        return !older && !Arrays.equals(known.hash(), hash);
    }

    /** All that a reader would act on; when it was said is none of it. */
    private static byte[] hash(Told told) {
        PlatformMatter m = told.matter();
        StringBuilder text = new StringBuilder();
        for (Object each : new Object[] {m.sort(), m.orderId(), m.lineId(), m.state(), m.step(), m.word(), m.version(), m.amount(), m.reasonCode(), m.reasonText(),
            m.deadline(), m.allows().stream().sorted().toList(), m.mayNotZh()}) {
            text.append(each).append('\u001f');
        }
        told.slips().forEach(slip -> text.append(slip.kind()).append(slip.row()).append('\u001f'));
        return DigestUtils.sha256(text.toString());
    }
}
