package dev.afterflow.engine;

import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Asks each table once, with facts of the declared types, in a thread of its own that has two seconds. */
class TableTrial {

    private static final int SECONDS = 2;

    private final DmnEngine engine;

    TableTrial() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new PlainFeel());
        configuration.setScriptEngineResolver(language -> new NoScripts().getScriptEngine(language, false));
        engine = configuration.buildEngine();
        warmUp();
    }

    void check(ModelFile file, Xml root, List<Finding> findings) {
        for (DmnDecision decision : read(file, findings)) {
            FutureTask<Void> trial = new FutureTask<>(() -> ask(decision, facts(root)), null);
            Thread thread = new Thread(trial, "table-trial");
            thread.setDaemon(true);
            thread.start();
            try {
                trial.get(SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                thread.interrupt();
                findings.add(Finding.refusal(file.name(), decision.getKey(), "guard.slow", "The table did not answer within " + SECONDS + " seconds"));
            } catch (ExecutionException e) {
                findings.add(Finding.refusal(file.name(), decision.getKey(), "guard.trial", "The table cannot be asked: " + cause(e)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private List<DmnDecision> read(ModelFile file, List<Finding> findings) {
        try {
            return engine.parseDecisions(new ByteArrayInputStream(file.content()));
        } catch (RuntimeException e) {
            findings.add(Finding.refusal(file.name(), file.id(), "guard.trial", "The table cannot be read: " + cause(e)));
            return List.of();
        }
    }

    private void ask(DmnDecision decision, Map<String, Object> facts) {
        if (decision.isDecisionTable()) {
            engine.evaluateDecisionTable(decision, facts);
        }
    }

    /** A value of the declared type for each fact; inputs that are more than a name find their facts missing. */
    private static Map<String, Object> facts(Xml root) {
        Map<String, Object> facts = new HashMap<>();
        root.all("dmn:inputExpression").filter(input -> input.textOf("dmn:text").matches("[A-Za-z_][A-Za-z0-9_]*"))
                .forEach(input -> facts.put(input.textOf("dmn:text"), sample(input.get("typeRef"))));
        return facts;
    }

    private static Object sample(String type) {
        return switch (type) {
            case "boolean" -> Boolean.TRUE;
            case "integer" -> 1;
            case "long" -> 1L;
            case "double" -> 1.0;
            case "date" -> new Date(0);
            default -> "sample";
        };
    }

    private static String cause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** The first FEEL expression of a process loads its parser, which must not count against a table. */
    private void warmUp() {
        ask(engine.parseDecisions(new ByteArrayInputStream("""
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n"><decision id="d1" name="d">
                <decisionTable id="t" hitPolicy="FIRST"><input id="i"><inputExpression id="e" typeRef="string"><text>x</text></inputExpression></input>
                <output id="o" name="o" typeRef="string"/><rule id="r"><inputEntry id="a"><text>"x"</text></inputEntry>
                <outputEntry id="b"><text>"x"</text></outputEntry></rule></decisionTable></decision></definitions>
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8))).get(0), Map.of("x", "x"));
    }
}
