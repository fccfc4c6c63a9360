package dev.afterflow.studio;

import java.util.Map;

/** What each rule for models asks, in Chinese; the rules themselves speak English. */
final class RuleWords {

    private static final Map<String, String> ZH = Map.ofEntries(
            Map.entry("guard.file", "文件名不合规：应为 processes/<业务>/<名称>.bpmn、.dmn 或 forms/<业务>/<名称>.form"), Map.entry("guard.size", "文件太大、太深或元素太多，请拆小"),
            Map.entry("guard.encoding", "文件须为不带 BOM 的 UTF-8"), Map.entry("guard.xml", "XML 不完整或格式错误"), Map.entry("guard.doctype", "不允许 DOCTYPE、实体和处理指令"),
            Map.entry("guard.element", "不允许使用该元素"), Map.entry("guard.namespace", "不允许使用该命名空间"), Map.entry("guard.attribute", "不允许使用该属性"),
            Map.entry("guard.id", "编号只能由字母、数字、“_”“-”“.”组成"), Map.entry("guard.text", "此处不能有文字"), Map.entry("guard.expression", "此处的表达式不被允许：不得调用方法、脚本或类"),
            Map.entry("guard.repetition", "重复次数须为 1 至 200 的数字或一个变量"), Map.entry("guard.timer", "时限写法不被允许，或触发得太频繁"), Map.entry("guard.feel", "FEEL 表达式不被允许"),
            Map.entry("guard.flood", "步骤或分支过多"), Map.entry("guard.effect", "对外动作须单独提交（asyncBefore），其后直接接等待结果的任务"), Map.entry("guard.endless", "流程会在没有等待的情况下无限循环"),
            Map.entry("guard.policy", "请写明命中策略：UNIQUE、FIRST、ANY、COLLECT 或 RULE ORDER"), Map.entry("guard.language", "决策表只用 FEEL"), Map.entry("guard.type", "该列的类型不被允许"),
            Map.entry("guard.slow", "决策表在两秒内没有给出答案"), Map.entry("guard.trial", "决策表无法试算"), Map.entry("guard.form", "表单无法读取"), Map.entry("guard.formKey", "表单里不允许该项"),
            Map.entry("guard.component", "表单里不允许该组件"), Map.entry("guard.formName", "表单的变量名不合规"), Map.entry("guard.pattern", "校验格式须从列表中选取"),
            Map.entry("guard.formText", "表单文字须为纯文本：不得有标签、模板、链接或图片"), Map.entry("engine.parse", "流程引擎无法解析"),
            Map.entry("model.oneProcess", "一个文件只放一个流程"), Map.entry("model.id", "编号不合规或重复：编号须与文件名一致且唯一"), Map.entry("model.executable", "流程须可执行（isExecutable）"),
            Map.entry("model.timeToLive", "请以天为单位填写历史保留期，如 P180D"), Map.entry("model.defaultId", "请把编辑器自动生成的编号改成有意义的名字"), Map.entry("model.english", "缺少英文"),
            Map.entry("model.chinese", "名称须有中文"), Map.entry("model.name", "步骤须有名称"), Map.entry("model.delegate", "服务任务由与其编号同名的执行者完成"), Map.entry("model.form", "人工任务须有同名的表单"),
            Map.entry("model.binding", "引用须绑定为 deployment，进行中的工单才能保持原版本"), Map.entry("model.team", "人工任务须属于已知的小组"), Map.entry("model.decision", "没有这张决策表"),
            Map.entry("model.result", "保留的结果须为单个值（singleEntry）"), Map.entry("model.called", "没有这个流程"), Map.entry("model.caseNumber", "调用流程须传入工单号（camunda:in businessKey）"),
            Map.entry("model.question", "判断的名称须是一个问句"), Map.entry("model.default", "判断须有默认走向"), Map.entry("model.answer", "每条走向须写明答案；除默认外都须有条件"),
            Map.entry("model.timer", "时限写作 PT1H 或 P3D"), Map.entry("model.known", "引用的消息或错误须在文件中声明"), Map.entry("model.technicalName", "消息或错误的名称写作 业务.事件"),
            Map.entry("model.depth", "流程互相调用最多五层，且不得成环"), Map.entry("model.size", "流程过大：建议最多 40 个步骤，可拆成子流程"), Map.entry("model.unused", "没有任务使用这张表单"),
            Map.entry("model.rows", "决策表须有行"), Map.entry("model.description", "每一行须写明理由：中文 / English"), Map.entry("model.key", "字段的变量名重复"), Map.entry("model.label", "字段须有标签"),
            Map.entry("model.diagram", "每个元素须在图上画出，且只画一次"), Map.entry("model.overlap", "图上的步骤不得重叠"));

    private RuleWords() {
    }

    /** The rule in Chinese; an unknown one is told as it is. */
    static String zh(String rule, String english) {
        return ZH.containsKey(rule) ? ZH.get(rule) + "（" + english + "）" : english;
    }

    static boolean knows(String rule) {
        return ZH.containsKey(rule);
    }
}
