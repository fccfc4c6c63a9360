package dev.afterflow.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The house's rules for one process: names, ids, both languages, tasks and gateways that say what they are. */
class ProcessRules {

    static final Set<String> TEAMS = Set.of("returns-desk", "returns-leads", "finance", "warehouse", "legal", "disputes-desk", "care-desk", "logistics-desk");
    private static final Set<String> ROOMS = Set.of("returns", "repairs", "remedies", "logistics", "claims", "books", "questions", "complaints", "notes", "reviews", "disputes", "care", "quality", "tasks", "cases", "payments",
            "sla", "notifications", "orders", "platforms", "intake", "dispatch", "engine");
    private static final Pattern STEP_ID = Pattern.compile("[a-z][A-Za-z0-9]{1,59}");
    private static final Pattern ARROW_ID = Pattern.compile("[a-z][A-Za-z0-9_]{0,99}");
    private static final Pattern DEFAULT_ID = Pattern.compile(
            "(?i)(activity|gateway|event|flow|process|startevent|endevent|task|sequenceflow|boundaryevent|intermediate\\w*event|message|error|signal|escalation|subprocess|callactivity)_[0-9a-z]{6,8}");
    private static final Pattern TEAM_FROM_DATA = Pattern.compile("\\$\\{(team|[a-z][A-Za-z0-9]*Team)}");
    private static final Pattern TECHNICAL = Pattern.compile("([a-z]+)\\.[a-z][A-Za-z0-9]+");
    private static final Set<String> TECHNICAL_NAMES = Set.of("bpmn:message", "bpmn:error", "bpmn:signal", "bpmn:escalation", "bpmn:definitions");
    private static final int MOST_STEPS = 40;

    void check(Said said, Xml root, Book book) {
        List<Xml> processes = root.all("bpmn:process").toList();
        if (processes.size() != 1) {
            said.refuse(root, "oneProcess", "A file holds one process, not " + processes.size());
            return;
        }
        process(said, processes.get(0));
        ids(said, root);
        root.walk(element -> languages(said, element));
        List<Xml> steps = root.all().filter(element -> BpmnLint.NODES.contains(element.name)).toList();
        steps.forEach(step -> step(said, step, root, book));
        technicalNames(said, root);
        if (steps.size() > MOST_STEPS) {
            said.warn(processes.get(0).id(), "size", "A process has at most " + MOST_STEPS + " steps, this one has " + steps.size() + ": move a part into a process of its own");
        }
    }

    private static void process(Said said, Xml process) {
        said.ensure(process.id().equals(said.file().id()), process, "id", "The process is called like its file: " + said.file().id());
        said.ensure(process.get("isExecutable").equals("true"), process, "executable", "The process is executable");
        said.ensure(Durations.isDays(process.get("camunda:historyTimeToLive")), process, "timeToLive", "historyTimeToLive is given in days, such as P180D");
    }

    private static void ids(Said said, Xml root) {
        Set<String> seen = new HashSet<>();
        root.all().filter(element -> element.attributes.containsKey("id")).forEach(element -> {
            said.ensure(seen.add(element.id()), element, "id", "The id " + element.id() + " stands twice");
            if (element.name.startsWith("bpmn:")) {
                said.ensure(!DEFAULT_ID.matcher(element.id()).matches(), element, "defaultId", "The id says what it stands for, it is not the editor's own");
            }
            if (BpmnLint.NODES.contains(element.name)) {
                said.ensure(STEP_ID.matcher(element.id()).matches(), element, "id", "A step's id is written likeThis");
            } else if (element.is("bpmn:sequenceFlow")) {
                said.ensure(ARROW_ID.matcher(element.id()).matches(), element, "id", "An arrow's id starts with a small letter");
            }
        });
    }

    private static void languages(Said said, Xml element) {
        if (element.is("bpmn:documentation", "bpmn:text")) {
            said.ensure(element.text().isEmpty() || Bilingual.isBoth(element.text()), element, "english", "Text is Chinese ' / ' English");
        }
        if (!element.name.startsWith("bpmn:") || element.get("name").isEmpty() || TECHNICAL_NAMES.contains(element.name)) {
            return;
        }
        said.ensure(Bilingual.isChinese(element.get("name")), element, "chinese", "A name is Chinese");
        said.ensure(Bilingual.isEnglish(Bilingual.english(element)), element, "english", "The English name stands in the property label.en");
    }

    private static void step(Said said, Xml step, Xml root, Book book) {
        boolean join = step.name.endsWith("Gateway") && arrowsFrom(step, root).size() < 2;
        said.ensure(join || step.is("bpmn:parallelGateway", "bpmn:eventBasedGateway") || !step.get("name").isEmpty(), step, "name", "A step has a name");
        switch (step.name) {
            case "bpmn:serviceTask" -> said.ensure(step.get("camunda:delegateExpression").equals("${" + step.id() + "}"), step, "delegate",
                    "A service task is done by the delegate of its own name: ${" + step.id() + "}");
            case "bpmn:userTask" -> userTask(said, step, book);
            case "bpmn:businessRuleTask" -> ruleTask(said, step, book);
            case "bpmn:callActivity" -> callActivity(said, step, book);
            case "bpmn:exclusiveGateway", "bpmn:inclusiveGateway" -> gateway(said, step, root, join);
            case "bpmn:receiveTask" -> known(said, step, step.get("messageRef"), root, "bpmn:message");
            default -> events(said, step, root);
        }
    }

    private static void userTask(Said said, Xml task, Book book) {
        said.ensure(task.get("camunda:formRef").equals(task.id()) && book.hasForm(task.id()), task, "form", "A user task has the form of its own name: " + task.id() + ".form");
        said.ensure(task.get("camunda:formRefBinding").equals("deployment"), task, "binding", "formRefBinding is deployment");
        String team = task.get("camunda:candidateGroups");
        said.ensure(TEAMS.contains(team) || TEAM_FROM_DATA.matcher(team).matches(), task, "team", "A user task belongs to one of the teams " + String.join(", ", TEAMS.stream().sorted().toList()) + ", or to one that a variable …Team names");
    }

    private static void ruleTask(Said said, Xml task, Book book) {
        said.ensure(book.hasTable(task.get("camunda:decisionRef")), task, "decision", "There is no table " + task.get("camunda:decisionRef"));
        said.ensure(task.get("camunda:decisionRefBinding").equals("deployment"), task, "binding", "decisionRefBinding is deployment");
        said.ensure(task.get("camunda:resultVariable").isEmpty() || task.get("camunda:mapDecisionResult").equals("singleEntry"), task, "result",
                "A result that is kept is one value: mapDecisionResult singleEntry");
    }

    private static void callActivity(Said said, Xml call, Book book) {
        said.ensure(book.hasProcess(call.get("calledElement")), call, "called", "There is no process " + call.get("calledElement"));
        said.ensure(call.get("camunda:calledElementBinding").equals("deployment"), call, "binding", "calledElementBinding is deployment");
        said.ensure(call.all("camunda:in").anyMatch(in -> in.attributes.containsKey("businessKey")), call, "caseNumber", "A called process gets the case number: camunda:in businessKey");
    }

    private static void gateway(Said said, Xml gateway, Xml root, boolean join) {
        if (join) {
            return;
        }
        said.ensure(gateway.get("name").matches(".*[？?]"), gateway, "question", "A gateway asks a question");
        said.ensure(!gateway.get("default").isEmpty(), gateway, "default", "A gateway has a default arrow");
        for (Xml arrow : arrowsFrom(gateway, root)) {
            said.ensure(!arrow.get("name").isEmpty(), arrow, "answer", "An arrow from a question is labelled with its answer");
            boolean conditional = arrow.children("bpmn:conditionExpression").findAny().isPresent();
            said.ensure(conditional != arrow.id().equals(gateway.get("default")), arrow, "answer", "Every arrow but the default has a condition");
        }
    }

    private static void events(Said said, Xml step, Xml root) {
        step.children("bpmn:messageEventDefinition").forEach(message -> known(said, step, message.get("messageRef"), root, "bpmn:message"));
        step.children("bpmn:errorEventDefinition").forEach(error -> known(said, step, error.get("errorRef"), root, "bpmn:error"));
        step.children("bpmn:timerEventDefinition").flatMap(timer -> timer.children("bpmn:timeDuration")).map(Xml::text)
                .forEach(text -> said.ensure(SafeGrammar.hasExpression(text) || Durations.isDuration(text), step, "timer", "A duration is written PT1H or P3D"));
    }

    private static void known(Said said, Xml step, String ref, Xml root, String kind) {
        said.ensure(!ref.isEmpty() && root.all(kind).anyMatch(declared -> declared.id().equals(ref)), step, "known",
                "The " + kind.substring(5) + " '" + ref + "' is declared in the file");
    }

    private static void technicalNames(Said said, Xml root) {
        root.all().filter(element -> element.is("bpmn:message", "bpmn:error")).forEach(element -> {
            String name = element.is("bpmn:error") ? element.get("errorCode") : element.get("name");
            var parts = TECHNICAL.matcher(name);
            said.ensure(parts.matches() && ROOMS.contains(parts.group(1)), element, "technicalName", "A message or error is called room.pastTense or room.reason, not '" + name + "'");
        });
    }

    private static List<Xml> arrowsFrom(Xml step, Xml root) {
        return root.all("bpmn:sequenceFlow").filter(arrow -> arrow.get("sourceRef").equals(step.id())).toList();
    }
}
