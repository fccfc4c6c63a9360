package dev.afterflow.studio;

import java.util.Map;

/** What the parts of a process are called by people. */
final class ProcessWords {

    private static final Map<String, Said> ELEMENTS = Map.ofEntries(
            Map.entry("process", new Said("流程", "process")), Map.entry("startEvent", new Said("开始", "start")), Map.entry("endEvent", new Said("结束", "end")),
            Map.entry("userTask", new Said("人工任务", "user task")), Map.entry("serviceTask", new Said("服务任务", "service task")),
            Map.entry("receiveTask", new Said("等待任务", "receive task")), Map.entry("businessRuleTask", new Said("决策任务", "rule task")),
            Map.entry("callActivity", new Said("调用", "call")), Map.entry("subProcess", new Said("子流程", "subprocess")),
            Map.entry("exclusiveGateway", new Said("判断", "question")), Map.entry("inclusiveGateway", new Said("多选判断", "inclusive question")),
            Map.entry("parallelGateway", new Said("并行", "parallel gateway")), Map.entry("eventBasedGateway", new Said("等待网关", "event gateway")),
            Map.entry("intermediateCatchEvent", new Said("等待事件", "catch event")), Map.entry("intermediateThrowEvent", new Said("抛出事件", "throw event")),
            Map.entry("boundaryEvent", new Said("边界事件", "boundary event")), Map.entry("sequenceFlow", new Said("箭头", "arrow")),
            Map.entry("message", new Said("消息", "message")), Map.entry("error", new Said("错误", "error")), Map.entry("signal", new Said("信号", "signal")),
            Map.entry("escalation", new Said("升级", "escalation")), Map.entry("lane", new Said("泳道", "lane")), Map.entry("participant", new Said("参与方", "participant")),
            Map.entry("textAnnotation", new Said("批注", "annotation")), Map.entry("group", new Said("分组", "group")),
            Map.entry("association", new Said("连线", "association")), Map.entry("messageFlow", new Said("消息流", "message flow")));

    private static final Map<String, Said> FACETS = Map.ofEntries(
            Map.entry("@type", new Said("类型", "type")), Map.entry("@name", new Said("名称", "name")), Map.entry("extensionElements/properties/property[label.en]@value", new Said("英文名称", "English name")),
            Map.entry("documentation", new Said("说明", "documentation")), Map.entry("@delegateExpression", new Said("执行者", "delegate")),
            Map.entry("@formRef", new Said("表单", "form")), Map.entry("@candidateGroups", new Said("小组", "team")), Map.entry("@dueDate", new Said("期限", "due date")),
            Map.entry("@followUpDate", new Said("跟进日期", "follow-up date")), Map.entry("@priority", new Said("优先级", "priority")),
            Map.entry("@decisionRef", new Said("决策表", "decision table")), Map.entry("@calledElement", new Said("调用的流程", "called process")),
            Map.entry("conditionExpression", new Said("条件", "condition")), Map.entry("timerEventDefinition/timeDuration", new Said("时限", "timer")),
            Map.entry("timerEventDefinition/timeDate", new Said("时间点", "point in time")), Map.entry("timerEventDefinition/timeCycle", new Said("周期", "cycle")),
            Map.entry("@sourceRef", new Said("起点", "from")), Map.entry("@targetRef", new Said("终点", "to")), Map.entry("@default", new Said("默认走向", "default arrow")),
            Map.entry("@messageRef", new Said("等待的消息", "message")), Map.entry("messageEventDefinition@messageRef", new Said("等待的消息", "message")),
            Map.entry("errorEventDefinition@errorRef", new Said("错误", "error")), Map.entry("@errorCode", new Said("错误代码", "error code")),
            Map.entry("@asyncBefore", new Said("之前单独提交", "own transaction before")), Map.entry("@asyncAfter", new Said("之后单独提交", "own transaction after")),
            Map.entry("@attachedToRef", new Said("所附步骤", "attached to")), Map.entry("@cancelActivity", new Said("是否中断", "interrupts")),
            Map.entry("extensionElements/failedJobRetryTimeCycle", new Said("重试间隔", "retries")), Map.entry("@resultVariable", new Said("结果变量", "result variable")),
            Map.entry("@historyTimeToLive", new Said("历史保留", "history kept for")), Map.entry("@versionTag", new Said("版本标签", "version tag")));

    private ProcessWords() {
    }

    static boolean isElement(String localName) {
        return ELEMENTS.containsKey(localName);
    }

    static Said element(String localName) {
        return ELEMENTS.getOrDefault(localName, new Said(localName, localName));
    }

    /** An unknown facet is called by its path: nothing that differs is left out. */
    static Said facet(String path) {
        return FACETS.getOrDefault(path, new Said(path.replace("@", " "), path.replace("@", " ")));
    }
}
