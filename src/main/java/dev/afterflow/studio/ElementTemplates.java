package dev.afterflow.studio;

import dev.afterflow.engine.OutsideEffect;
import dev.afterflow.engine.Releases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.stereotype.Component;

/** The house's steps as element templates for Camunda Modeler: a service task for each delegate, tasks for people, waits, tables and calls. */
@Component
class ElementTemplates {

    private static final String SCHEMA = "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private final ListableBeanFactory beans;
    private final Shelves shelves;

    ElementTemplates(ListableBeanFactory beans, Shelves shelves) {
        this.beans = beans;
        this.shelves = shelves;
    }

    List<Map<String, Object>> all() {
        Shelf shelf = shelves.now();
        List<Map<String, Object>> all = new ArrayList<>();
        Arrays.stream(beans.getBeanNamesForType(JavaDelegate.class, false, false)).sorted().forEach(delegate -> all.add(service(delegate, shelf)));
        all.add(userTask(shelf));
        all.add(template("wait", new Said("等待结果", "Wait for an outcome"), "bpmn:ReceiveTask",
                "对外动作之后等待结果；消息在“消息”栏里选择，名称写作 业务.事件。 / Waits for what an outside effect reports; choose its message, called room.pastTense.",
                List.of(set("camunda:asyncAfter", true))));
        all.add(table(shelf));
        all.add(call(shelf));
        return all;
    }

    private Map<String, Object> service(String delegate, Shelf shelf) {
        Said name = shelf.services().getOrDefault(delegate, new Said(delegate, Said.worded(delegate)));
        List<Map<String, Object>> properties = new ArrayList<>(List.of(hidden("camunda:delegateExpression", "${" + delegate + "}")));
        Class<?> type = beans.getType(delegate, false);
        boolean outside = type != null && type.isAnnotationPresent(OutsideEffect.class);
        if (outside) {
            properties.add(set("camunda:asyncBefore", true));
        }
        return template("service." + delegate, name, "bpmn:ServiceTask", "编号须写作 " + delegate + (outside ? "；有对外动作，其后接等待任务" : "")
                + "。 / The id must be " + delegate + (outside ? "; it has an effect outside and is followed by a receive task" : "") + ".", properties);
    }

    private static Map<String, Object> userTask(Shelf shelf) {
        return template("userTask", new Said("人工任务", "Task for people"), "bpmn:UserTask",
                "编号与表单同名，如 reviewReturn。 / The id is the form's name, such as reviewReturn.",
                List.of(chosen("表单 / Form", "camunda:formRef", ids(shelf, Kind.FORM)), hidden("camunda:formRefBinding", "deployment"),
                        chosen("小组 / Team", "camunda:candidateGroups", Releases.teams().stream().sorted()),
                        typed("期限 / Due", "camunda:dueDate", "${dueAt}")));
    }

    private static Map<String, Object> table(Shelf shelf) {
        return template("decision", new Said("查决策表", "Ask a decision table"), "bpmn:BusinessRuleTask", "结果写入一个变量。 / The answer goes into one variable.",
                List.of(chosen("决策表 / Table", "camunda:decisionRef", ids(shelf, Kind.DECISION)), hidden("camunda:decisionRefBinding", "deployment"),
                        typed("结果变量 / Result variable", "camunda:resultVariable", ""), hidden("camunda:mapDecisionResult", "singleEntry")));
    }

    private static Map<String, Object> call(Shelf shelf) {
        return template("call", new Said("调用流程", "Call a process"), "bpmn:CallActivity", "工单号一并传入。 / The case number goes along.",
                List.of(chosen("流程 / Process", "calledElement", ids(shelf, Kind.PROCESS)), hidden("camunda:calledElementBinding", "deployment"),
                        Map.of("type", "Hidden", "value", "#{execution.processBusinessKey}", "binding", Map.of("type", "camunda:in:businessKey"))));
    }

    private static Map<String, Object> template(String id, Said name, String type, String description, List<Map<String, Object>> own) {
        List<Map<String, Object>> properties = new ArrayList<>();
        properties.add(typed("名称 / Name", "name", name.zh()));
        properties.add(Map.of("label", "英文名称 / English name", "type", "String", "value", name.en(), "constraints", Map.of("notEmpty", true),
                "binding", Map.of("type", "camunda:property", "name", "label.en")));
        properties.addAll(own);
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", name.zh() + " / " + name.en());
        template.put("id", "afterflow." + id);
        template.put("version", 1);
        template.put("description", description);
        template.put("category", Map.of("id", "afterflow", "name", "Afterflow"));
        template.put("appliesTo", List.of("bpmn:Task", type).stream().distinct().toList());
        template.put("elementType", Map.of("value", type));
        template.put("properties", properties);
        return template;
    }

    private static Stream<String> ids(Shelf shelf, Kind kind) {
        return shelf.files().values().stream().filter(file -> Kind.of(file) == kind).map(file -> file.id()).sorted();
    }

    private static Map<String, Object> typed(String label, String attribute, String value) {
        return Map.of("label", label, "type", "String", "value", value, "binding", property(attribute));
    }

    private static Map<String, Object> chosen(String label, String attribute, Stream<String> values) {
        return Map.of("label", label, "type", "Dropdown", "choices", values.map(value -> Map.of("name", value, "value", value)).toList(),
                "constraints", Map.of("notEmpty", true), "binding", property(attribute));
    }

    private static Map<String, Object> hidden(String attribute, String value) {
        return Map.of("type", "Hidden", "value", value, "binding", property(attribute));
    }

    private static Map<String, Object> set(String attribute, boolean value) {
        return Map.of("label", attribute, "type", "Boolean", "value", value, "editable", false, "binding", property(attribute));
    }

    private static Map<String, Object> property(String attribute) {
        return Map.of("type", "property", "name", attribute);
    }
}
