package dev.afterflow.cockpit;

import dev.afterflow.cockpit.JdbcRetries.Outcome;
import dev.afterflow.cockpit.JdbcRetries.Row;
import dev.afterflow.dispatch.Outbox;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Problem;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.context.annotation.Lazy;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/** Tries one stopped thing again through the door it belongs to; money goes through the courier, which asks before it sends twice. */
@Component
class SecondTry {

    private final ManagementService engine;
    private final Intake intake;
    private final Outbox outbox;
    private final IncompleteEventPublications events;

    SecondTry(@Lazy ManagementService engine, Intake intake, Outbox outbox, IncompleteEventPublications events) {
        this.engine = engine;
        this.intake = intake;
        this.outbox = outbox;
        this.events = events;
    }

    Outcome of(Row row) {
        try {
            return switch (row.source()) {
                case "STEP" -> step(row.ref());
                case "LETTER" -> letter(row.ref());
                case "EFFECT" -> effect(row.ref());
                case "ALARM" -> effect("refund " + row.ref().substring(0, row.ref().indexOf(' ')));
                default -> event(row.ref());
            };
        } catch (RuntimeException failed) {
            return failed(failed);
        }
    }

    private Outcome step(String id) {
        if (engine.createJobQuery().jobId(id).withException().count() == 0) {
            return Outcome.gone();
        }
        engine.executeJob(id);
        return Outcome.done("这一步已完成，工单继续往下走", "The step is done; the case goes on");
    }

    private Outcome letter(String id) {
        return intake.retry(Long.parseLong(id)).equals("TAKEN") ? Outcome.done("消息已收取", "The message was taken")
                : Outcome.done("已有更新的消息，这一条作废", "A newer message came; this one is history");
    }

    private Outcome effect(String name) {
        int space = name.indexOf(' ');
        String kind = name.substring(0, space);
        outbox.hurry(kind, name.substring(space + 1));
        return kind.equals("refund")
                ? Outcome.done("已提前到现在：先向渠道查询，确认没有才用同一编号重发", "Brought forward: the provider is asked first, and only then the same number sent again")
                : Outcome.done("已提前到现在发送", "Brought forward to now");
    }

    private Outcome event(String id) {
        AtomicBoolean open = new AtomicBoolean();
        events.resubmitIncompletePublications(event -> {
            boolean meant = event.getIdentifier().toString().equals(id);
            open.compareAndSet(false, meant);
            return meant;
        });
        return open.get() ? Outcome.done("已重新传递", "Passed on again") : Outcome.gone();
    }

    private static Outcome failed(RuntimeException failed) {
        if (failed instanceof Problem problem && problem.getStatusCode().value() == 404) {
            return Outcome.gone();
        }
        Throwable cause = failed;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String told = String.valueOf(cause.getMessage());
        IncidentWords.Said said = IncidentWords.cause(cause.getClass().getSimpleName() + ": " + told);
        return Outcome.failed("仍然失败：" + said.zh(), "It failed again: " + said.en());
    }
}
