package dev.afterflow.notifications;

import dev.afterflow.engine.ThrowawayEngine;
import dev.afterflow.notifications.Verdict.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The guard with the shipped table, or with one an owner deploys after it. */
final class Guards implements AutoCloseable {

    private static final String TABLE = "processes/notifications/message-guard.dmn";

    private final ThrowawayEngine engine;
    private final MessageGuard guard;

    private Guards(ThrowawayEngine engine) {
        this.engine = engine;
        this.guard = new MessageGuard(engine.decisions());
    }

    static Guards shipped() {
        return new Guards(ThrowawayEngine.with(Map.of(), TABLE));
    }

    /** The owners put this table in the place of whatever counted before. */
    Guards owned(String rows) {
        String table = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="guardDefinitions" name="消息守卫" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="message-guard" name="消息守卫 / Message guard" camunda:historyTimeToLive="P180D">
                <decisionTable id="guardTable" hitPolicy="FIRST">
                  <input id="guardIn" label="文字 / Text"><inputExpression id="guardFact" typeRef="string"><text>text</text></inputExpression></input>
                  <output id="guardVerdict" label="结论 / Verdict" name="verdict" typeRef="string" />
                  <output id="guardLine" label="红线 / Red line" name="line" typeRef="string" />
                  <output id="guardSource" label="来源 / Source" name="source" typeRef="string" />
                  %s
                </decisionTable>
              </decision>
            </definitions>
            """.formatted(rows);
        engine.engine().getRepositoryService().createDeployment().name("owner").addString(TABLE, table).deploy();
        return this;
    }

    static String row(String id, String test, String verdict, String line) {
        return """
            <rule id="%1$s"><description>店铺规则 / rule of the shop</description><inputEntry id="%1$sIn"><text>%2$s</text></inputEntry>
            <outputEntry id="%1$sVerdict"><text>"%3$s"</text></outputEntry><outputEntry id="%1$sLine"><text>"%4$s"</text></outputEntry>
            <outputEntry id="%1$sSource"><text>"house"</text></outputEntry></rule>""".formatted(id, test, verdict, line);
    }

    Verdict of(String text) {
        return of(text, Message.About.NOTHING);
    }

    Verdict of(String text, Message.About about) {
        return Verdict.of(guard.judge(text, text, about, false), null);
    }

    /** What the code says, before any table is asked: a table only adds to it. */
    static Verdict byCode(String text, Message.About about) {
        return Verdict.of(MessageGuard.own(text, text, about, false), null);
    }

    /** A text of the house, no word of which a person typed. */
    Verdict ofTheHouse(String text) {
        return Verdict.of(guard.judge(text, "", Message.About.NOTHING, false), null);
    }

    Verdict consented(String text) {
        return Verdict.of(guard.judge(text, text, Message.About.NOTHING, true), null);
    }

    static List<RedLine> lines(Verdict verdict) {
        return verdict.findings().stream().map(Finding::line).toList();
    }

    static List<Judge.Example> unlawful() {
        return Judge.examples().stream().filter(each -> each.line() != null).toList();
    }

    static List<String> lawful() {
        return Judge.examples().stream().filter(each -> each.line() == null).map(Judge.Example::text).toList();
    }

    /** What data would say of a message marked R or M: a review stands near. */
    static Message.About about(String mark) {
        return new Message.About(null, false, false, Set.of(), mark.equals("-") ? List.of() : List.of("R-1"), false, null);
    }

    /** A file of messages: the mark, and before it the red line of an unlawful one. */
    static List<String> corpus(String name) {
        try (InputStream file = Guards.class.getResourceAsStream("/notifications/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
