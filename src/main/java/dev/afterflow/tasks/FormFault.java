package dev.afterflow.tasks;

import java.util.Map;

/** What is wrong with one field of a submission: its key, the broken rule and the rule's limit. */
record FormFault(String field, String rule, String limit, FormPart part) {

    private static final Map<String, String[]> REMEDIES = Map.ofEntries(
            text("unknown", "表单中没有“{label}”这一项，请去掉。", "The form has no “{label}”; leave it out."),
            text("readonly", "“{label}”是只读的，不能修改。", "“{label}” is read-only and cannot be changed."),
            text("required", "请填写“{label}”。", "Fill in “{label}”."),
            text("type", "“{label}”的内容类型不对。", "“{label}” has the wrong kind of value."),
            text("minLength", "“{label}”至少要有 {limit} 个字符。", "“{label}” needs at least {limit} characters."),
            text("maxLength", "“{label}”最多 {limit} 个字符。", "“{label}” may have at most {limit} characters."),
            text("min", "“{label}”不能小于 {limit}。", "“{label}” must be {limit} or more."),
            text("max", "“{label}”不能大于 {limit}。", "“{label}” must be {limit} or less."),
            text("decimals", "“{label}”最多 {limit} 位小数。", "“{label}” may have at most {limit} decimal places."),
            text("pattern", "“{label}”的格式不对。", "“{label}” is not written as expected."),
            text("values", "请从给出的选项中选择“{label}”。", "Choose “{label}” from the offered values."),
            text("past", "“{label}”不能早于现在。", "“{label}” must not lie in the past."),
            text("count", "“{label}”最多 {limit} 项。", "“{label}” may have at most {limit} entries."),
            text("evidence", "“{label}”中的文件不属于本工单。", "A file of “{label}” does not belong to this case."));

    /** Faults of the request itself, not of what a person typed: they make a 400. */
    boolean isMalformed() {
        return rule.equals("unknown") || rule.equals("readonly");
    }

    String remedy(String language) {
        String label = part == null ? field : part.label(language);
        return REMEDIES.get(rule)[language.startsWith("zh") ? 0 : 1]
                .replace("{label}", label).replace("{limit}", limit == null ? "" : limit);
    }

    private static Map.Entry<String, String[]> text(String rule, String chinese, String english) {
        return Map.entry(rule, new String[] {chinese, english});
    }
}
