// The rich-text editor as a custom field type of Sveltia CMS:
// https://sveltiacms.app/en/docs/api/field-types
import { TextEditor } from "./text-editor.js";

// `createClass` and `h` are the React functions that the CMS provides.
export function textField({ createClass, h }, home) {
  return createClass({
    componentDidMount() {
      const { value, field, forID, onChange, addFile, pickFile } = this.props;
      const { checklists, pages, folder } = field.get("choices").toJS();
      this.editor = new TextEditor(this.place, {
        value: value ?? "",
        label: `${forID}-label`,
        onChange,
        addFile,
        pickFile,
        choices: { checklists, pages, folder, home },
      });
    },
    componentDidUpdate() {
      this.editor.setValue(this.props.value ?? "");
    },
    componentWillUnmount() {
      this.editor.destroy();
    },
    render() {
      return h("div", {
        className: "article-text",
        ref: (place) => {
          this.place = place;
        },
      });
    },
  });
}
