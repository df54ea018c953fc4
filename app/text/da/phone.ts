export default {
  heading: "Værkstedet",
};
