package dev.afterflow.tasks;

import dev.afterflow.database.Fence;
import dev.afterflow.security.Role;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two small processes with forms, deployed beside the rule book, and cases to walk through them in shops of their own. */
@Component
class Trial {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" \
            xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" \
            xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" \
            id="definitions" targetNamespace="http://bpmn.io/schema/bpmn">
            """;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Shops shops;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Trial(RepositoryService repository, RuntimeService runtime, Shops shops, JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.runtime = runtime;
        this.shops = shops;
        this.sql = sql;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A shop nobody else's test looks at. */
    String shop() {
        int number = COUNT.incrementAndGet();
        String id = "desk-trial-" + number;
        shops.open(new Shop(id, "DT" + (char) ('A' + number / 26) + (char) ('A' + number % 26), "试台", "Trial", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"));
        return id;
    }

    void deploy() {
        repository.createDeployment().name("desk-trial").enableDuplicateFiltering(false)
                .addString("processes/tasks/desk-trial.bpmn", outer())
                .addString("processes/tasks/desk-trial-part.bpmn", inner())
                .addString("forms/tasks/checkTrial.form", form("checkTrial"))
                .addString("forms/tasks/askTrial.form", form("askTrial")).deploy();
    }

    /** Opens a case in the shop and starts its process; the case's number. */
    String begin(String shop) {
        return begin(shop, Instant.now().plus(Duration.ofDays(2)));
    }

    String begin(String shop, Instant due) {
        String number = "DT-" + shop.substring(11) + "-" + COUNT.incrementAndGet();
        Fence.everywhere(() -> transaction.execute(status -> {
            sql.sql("""
                    insert into cases.case_file (number, shop_id, kind, matter, state, order_id, order_known, reason_text,
                        asked_minor, asked_currency, goods_received, lines, risk, priority, team, process, opened_at)
                    values (:number, :shop, 'OTHER', 'question', 'OPEN', :number, false, '一条腿断了', 12950, 'CNY', true,
                        '[]', %s, 60, 'returns-desk', 'desk-trial', now())
                    """.formatted(emptyRisk())).param("number", number).param("shop", shop).update();
            return runtime.startProcessInstanceByKey("desk-trial", number, Map.of("dueAt", Date.from(due)));
        }));
        return number;
    }

    private String emptyRisk() {
        String type = sql.sql("""
                select data_type from information_schema.columns
                 where table_schema = 'cases' and table_name = 'case_file' and column_name = 'risk'
                """).query(String.class).single();
        return type.equals("jsonb") ? "'[]'" : "'{}'";
    }

    /** Somebody of the desk's team who belongs to these shops only. */
    static Who agent(long id, String... shopIds) {
        return new Who(id, "agent" + id, "客服" + id, Set.of(Role.AGENT), Set.of(shopIds), Set.of("returns-desk"), "zh-CN",
                Who.Kind.PERSON);
    }

    private static String outer() {
        return HEAD + """
                <bpmn:process id="desk-trial" name="试办" isExecutable="true" camunda:historyTimeToLive="P180D">
                %s
                <bpmn:startEvent id="trialBegun" name="开始">%s<bpmn:outgoing>toCheck</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="toCheck" sourceRef="trialBegun" targetRef="checkTrial"/>
                <bpmn:userTask id="checkTrial" name="核对" camunda:formRef="checkTrial" camunda:formRefBinding="deployment" \
                camunda:candidateGroups="returns-desk" camunda:dueDate="${dueAt}">%s\
                <bpmn:incoming>toCheck</bpmn:incoming><bpmn:outgoing>toPart</bpmn:outgoing></bpmn:userTask>
                <bpmn:sequenceFlow id="toPart" sourceRef="checkTrial" targetRef="callTrial"/>
                <bpmn:callActivity id="callTrial" name="分办" calledElement="desk-trial-part" \
                camunda:calledElementBinding="deployment">%s<bpmn:incoming>toPart</bpmn:incoming>\
                <bpmn:outgoing>toEnd</bpmn:outgoing></bpmn:callActivity>
                <bpmn:sequenceFlow id="toEnd" sourceRef="callTrial" targetRef="trialEnded"/>
                <bpmn:endEvent id="trialEnded" name="结束">%s<bpmn:incoming>toEnd</bpmn:incoming></bpmn:endEvent>
                </bpmn:process>
                """.formatted(english("Trial", ""), english("Begun", ""), english("Check it", ""),
                english("Part", "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>"
                        + "<camunda:in source=\"dueAt\" target=\"dueAt\"/>"), english("Ended", ""))
                + drawing("desk-trial", "trialBegun", "checkTrial", "callTrial", "trialEnded", "toCheck", "toPart", "toEnd");
    }

    private static String inner() {
        return HEAD + """
                <bpmn:process id="desk-trial-part" name="分办" isExecutable="true" camunda:historyTimeToLive="P180D">
                %s
                <bpmn:startEvent id="partBegun" name="开始">%s<bpmn:outgoing>toAsk</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="toAsk" sourceRef="partBegun" targetRef="askTrial"/>
                <bpmn:userTask id="askTrial" name="再问" camunda:formRef="askTrial" camunda:formRefBinding="deployment" \
                camunda:candidateGroups="finance" camunda:dueDate="${dueAt}">%s\
                <bpmn:incoming>toAsk</bpmn:incoming><bpmn:outgoing>toPartEnd</bpmn:outgoing></bpmn:userTask>
                <bpmn:sequenceFlow id="toPartEnd" sourceRef="askTrial" targetRef="partEnded"/>
                <bpmn:endEvent id="partEnded" name="结束">%s<bpmn:incoming>toPartEnd</bpmn:incoming></bpmn:endEvent>
                </bpmn:process>
                """.formatted(english("Part", ""), english("Begun", ""), english("Ask again", ""), english("Ended", ""))
                + drawing("desk-trial-part", "partBegun", "askTrial", null, "partEnded", "toAsk", null, "toPartEnd");
    }

    private static String english(String name, String more) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"label.en\" value=\"" + name
                + "\"/></camunda:properties>" + more + "</bpmn:extensionElements>";
    }

    private static String drawing(String process, String begun, String first, String second, String ended, String flow1,
            String flow2, String flow3) {
        return "<bpmndi:BPMNDiagram id=\"diagram\"><bpmndi:BPMNPlane id=\"plane\" bpmnElement=\"" + process + "\">"
                + shape(begun, 100, 102, 36, 36) + shape(first, 200, 80, 100, 80)
                + (second == null ? "" : shape(second, 360, 80, 100, 80)) + shape(ended, 520, 102, 36, 36)
                + edge(flow1, 136, 200) + (flow2 == null ? "" : edge(flow2, 300, 360))
                + edge(flow3, second == null ? 300 : 460, 520)
                + "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>";
    }

    private static String shape(String element, int x, int y, int width, int height) {
        return "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"%4$d\" height=\"%5$d\"/></bpmndi:BPMNShape>"
                .formatted(element, x, y, width, height);
    }

    private static String edge(String flow, int from, int to) {
        return "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\"><di:waypoint x=\"%2$d\" y=\"120\"/><di:waypoint x=\"%3$d\" y=\"120\"/></bpmndi:BPMNEdge>"
                .formatted(flow, from, to);
    }

    private static String form(String id) {
        return """
                {"type":"default","id":"%s","schemaVersion":19,"executionPlatform":"Camunda Platform",
                 "executionPlatformVersion":"7.24.0","components":[
                  {"type":"textfield","id":"Field_seen","key":"seen","label":"所见","disabled":true,"properties":{"label.en":"Seen"}},
                  {"type":"radio","id":"Field_verdict","key":"verdict","label":"结论","validate":{"required":true},
                   "values":[{"label":"完好","value":"INTACT"},{"label":"破损","value":"BROKEN"}],
                   "properties":{"label.en":"Verdict","values.en":"INTACT=Intact;BROKEN=Broken","answer":"true"}},
                  {"type":"number","id":"Field_pieces","key":"pieces","label":"件数","decimalDigits":0,"validate":{"min":1},
                   "properties":{"label.en":"Pieces","answer":"true"}},
                  {"type":"textarea","id":"Field_note","key":"note","label":"备注","validate":{"maxLength":200},
                   "properties":{"label.en":"Note"}}]}
                """.formatted(id);
    }
}
